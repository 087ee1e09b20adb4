import * as z from 'zod/mini'
import { tenantId } from '@digitallotsen/domain/ids.schemas.ts'

const count = z.int().check(z.nonnegative())

export const consoleCity = z.strictObject({
  id: tenantId,
  slug: z.string(),
  name: z.string(),
  ags: z.nullable(z.string()),
  state: z.enum(['draft', 'live', 'paused', 'ended']),
  hosts: z.array(z.string()),
  frameworkVersion: z.string(),
  packRevision: count,
  sample: z.boolean(),
  merchants: count,
  assessments: count,
  plans: count,
  tasksDone: count,
  /** When the city last handed its figures over; null where it never did, and the figures are 0. */
  figuresAt: z.nullable(z.iso.datetime()),
  /** How many points stand open before the city may go live. */
  openChecks: count,
  updatedAt: z.iso.datetime(),
})

const revision = z.strictObject({
  revision: count,
  frameworkVersion: z.string(),
  hash: z.string(),
  appliedAt: z.iso.datetime(),
  appliedBy: z.string(),
})

const openPoint = z.strictObject({ file: z.string(), path: z.string(), note: z.string(), source: z.nullable(z.string()) })

/** What was changed in the city's colours so that they stay readable. */
const themeNote = z.object({ scheme: z.enum(['light', 'dark']), token: z.string(), from: z.string(), to: z.string(), contrast: z.number(), message: z.string() })

export const consoleCityDetail = z.extend(consoleCity, {
  revisions: z.array(revision),
  checklist: z.array(openPoint),
  theme: z.strictObject({ notes: z.array(themeNote) }),
})

export type ConsoleCity = z.output<typeof consoleCity>
export type ConsoleCityDetail = z.output<typeof consoleCityDetail>
export type CityRevision = z.output<typeof revision>
