import { createHash } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { enqueueJob } from '../../queue/queue.repository.ts'
import { readSiteAddress } from './site-address.rules.ts'
import { begin, enqueueAudit } from './website-start.service.ts'
import { listDue, listLeft } from './website.repository.ts'

const dayMs = 86_400_000
const monthDays = 30
/** A city has that many repeated in one night; whoever is left over comes the next. */
const mostANight = 300
/** The repeats of a night are spread over these hours, each business always at the same time of day. */
const spreadMs = 20 * 3_600_000
const waitingMs = 10 * 60_000

const jitterOf = (id: string): number => Math.floor((createHash('sha256').update(id).digest().readUInt32BE() / 2 ** 32) * spreadMs)

const sinceMonth = (now: Date): Date => new Date(now.getTime() - monthDays * dayMs)

/** Puts the businesses into the queue whose website nobody has looked at for a month; invented ones have none. */
export const planRepeats = async (tx: TenantTx, now: Date): Promise<number> => {
  const due = (await listDue(tx, sinceMonth(now), mostANight)).filter(({ sample, address }) => !sample && readSiteAddress(address))
  for (const { merchantId } of due) {
    await enqueueJob(tx, { task: 'website.repeat', payload: { merchantId }, key: `website.repeat:${merchantId}`, runAt: new Date(now.getTime() + jitterOf(merchantId)) })
  }
  return due.length
}

/** Begins the repeat, unless somebody was faster, or the business has left or lost its website meanwhile. */
export const beginRepeat = async (tx: TenantTx, merchantId: MerchantId, now: Date): Promise<void> => {
  const due = (await listDue(tx, sinceMonth(now), 1, merchantId))[0]
  const address = due && readSiteAddress(due.address)
  if (address) await begin(tx, { merchantId, trigger: 'monthly', startedBy: null, ticketHash: null, address, now })
}

/** What was left in the middle, or has waited so long that its job must be gone, is put into the queue again. */
export const tidyAudits = async (tx: TenantTx, now: Date): Promise<number> => {
  const left = await listLeft(tx, now, new Date(now.getTime() - waitingMs))
  for (const { id } of left) await enqueueAudit(tx, id)
  return left.length
}
