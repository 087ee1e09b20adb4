import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { writeMail } from '../mail/mail.service.ts'
import { websiteReviewedMail } from '../mail/website-reviewed.mail.ts'
import { findContact } from '../merchant/particulars.service.ts'
import { changesBetween } from './changes.rules.ts'
import { listFindings } from './findings.repository.ts'
import type { StoredFinding } from './findings.rules.ts'
import { findLatestDone, type StoredAudit } from './website.repository.ts'

type Sending = { city: CityEntry; origin: string; now: Date }

/** Tells the owner what the monthly look has found beside the one before; whoever has switched it off hears nothing. */
export const tellOfReview = async (tx: TenantTx, sending: Sending, audit: StoredAudit, findings: readonly StoredFinding[]): Promise<void> => {
  const { merchantId, address } = audit
  const owner = merchantId === null ? undefined : await findContact(tx, merchantId)
  if (merchantId === null || !owner) return
  const before = await findLatestDone(tx, merchantId, audit)
  const changes = before ? changesBetween(await listFindings(tx, before.id), findings) : []
  const having = (change: (typeof changes)[number]['change']) => changes.filter(one => one.change === change).length
  const open = findings.filter(({ verdict }) => verdict === 'fail').length
  await writeMail(tx, websiteReviewedMail, { ...sending, to: { personId: owner.personId }, input: { merchantId, address, open, added: having('new'), fixed: having('fixed') } })
}
