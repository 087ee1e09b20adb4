import * as z from 'zod/mini'
import { calendarDate, line } from '../text.schemas.ts'
import { webAddress } from './listing.schemas.ts'

/** Where a business can stand besides its own page; nothing here is fetched, a person looks and says what they see (F-07). */
export const profileChannel = z.enum(['google', 'apple', 'bing', 'osm', 'facebook', 'instagram', 'website', 'door', 'other'])

export const profileField = z.enum([
  'claimed', 'name', 'address', 'phone', 'website', 'category', 'hours', 'special_hours', 'photos', 'description', 'reviews_answered',
])

/** `same`: as in the master record · `different`: it says something else · `missing`: it says nothing. */
export const fieldFinding = z.enum(['same', 'different', 'missing'])

const finding = z.strictObject({ field: profileField, finding: fieldFinding, note: z.nullable(line) })

export const profileCheckInput = z.strictObject({
  channel: profileChannel,
  /** False where the business does not stand there at all; then nothing was compared. */
  present: z.boolean(),
  url: z.nullable(webAddress),
  findings: z.array(finding).check(z.maxLength(20)),
  checkedOn: calendarDate,
})

export const profileResult = z.enum(['absent', 'differs', 'agrees'])

export const profileCheck = z.strictObject({
  channel: profileChannel,
  present: z.boolean(),
  url: z.nullable(z.string()),
  findings: z.array(finding),
  checkedOn: calendarDate,
  result: profileResult,
  by: z.enum(['merchant', 'guide', 'office']),
})

export type ProfileChannel = z.output<typeof profileChannel>
export type ProfileField = z.output<typeof profileField>
export type ProfileCheckInput = z.output<typeof profileCheckInput>
export type ProfileCheck = z.output<typeof profileCheck>
export type ProfileResult = z.output<typeof profileResult>
