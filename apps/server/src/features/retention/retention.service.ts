import type { Lanes } from '@digitallotsen/db/lanes.ts'
import {
  deleteIdempotencyKeys, deleteMails, deletePublicAudits, deleteRateCounters, deleteSignInCodes, deleteUnclaimedAssessments, type DeleteOlder,
} from './retention.repository.ts'

export type Swept = 'idempotencyKeys' | 'rateCounters' | 'signInCodes' | 'unclaimedAssessments' | 'mails' | 'publicAudits'

/** How long what is kept only for a while, in days. A mail goes as a whole: its recipient is as personal as its text. */
const kept: Record<Swept, { days: number; delete: DeleteOlder }> = {
  idempotencyKeys: { days: 7, delete: deleteIdempotencyKeys },
  rateCounters: { days: 1, delete: deleteRateCounters },
  signInCodes: { days: 30, delete: deleteSignInCodes },
  unclaimedAssessments: { days: 90, delete: deleteUnclaimedAssessments },
  mails: { days: 90, delete: deleteMails },
  publicAudits: { days: 7, delete: deletePublicAudits },
}

const dayMs = 86_400_000
/** Small enough for the server's limit on a statement, whatever has piled up. */
const batch = 500

type Sweep = { lanes: Pick<Lanes, 'withTenant'>; tenantId: string; now: Date }

const sweepOne = async ({ lanes, tenantId, now }: Sweep, swept: Swept): Promise<number> => {
  const before = new Date(now.getTime() - kept[swept].days * dayMs)
  let total = 0
  for (let gone = batch; gone === batch; total += gone) gone = await lanes.withTenant(tenantId, tx => kept[swept].delete(tx, before, batch))
  return total
}

/** Deletes what its time has come for, in many small transactions; a sweep that breaks off is taken up by the next. */
export const sweepExpired = async (sweep: Sweep): Promise<Record<Swept, number>> => {
  const counts = { idempotencyKeys: 0, rateCounters: 0, signInCodes: 0, unclaimedAssessments: 0, mails: 0, publicAudits: 0 }
  for (const swept of Object.keys(counts) as Swept[]) counts[swept] = await sweepOne(sweep, swept)
  return counts
}
