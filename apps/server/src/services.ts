import type { FastifyBaseLogger } from 'fastify'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import type { Env } from './env.ts'
import type { CityDirectory } from './features/city/city-directory.ts'

/** Everything a procedure may reach, handed in at the start; tests hand in their own clock and lanes. */
export type Services = {
  env: Env
  now: () => Date
  /** The app's role: one city's rows at a time. */
  lanes: Lanes
  /** The operator's role: cities and figures, no case. */
  operatorLanes: Lanes
  cities: CityDirectory
  /** Signs cookies and codes; at least 32 characters. */
  secret: string
  /** Mail to an operator, who belongs to no city and so to no city's outbox; without it a code is told by the log of an embedded server alone. */
  operatorMail?: (mail: { to: string; subject: string; text: string }) => Promise<void>
  log: FastifyBaseLogger
}
