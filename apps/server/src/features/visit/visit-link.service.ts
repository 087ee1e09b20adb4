import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Visit } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { hashToken } from '../session/token.ts'
import { toSlot } from './slot-row.rules.ts'
import type { VisitDoer, VisitScope } from './visit-access.service.ts'
import { listKnownMerchants } from './visit-case.repository.ts'
import { findVisitLink, spendVisitLink, type VisitLink } from './visit-link.repository.ts'
import { toView } from './visit-view.service.ts'
import { cancelVisit, confirmVisit, offerOtherTimes, type Counter } from './visit.service.ts'
import { findStoredVisit, listSlots, lockVisit } from './visit.repository.ts'

const tokenForm = /^[\w-]{43}$/

const getLink = async (tx: TenantTx, token: string, now: Date): Promise<VisitLink> => {
  const link = tokenForm.test(token) ? await findVisitLink(tx, hashToken(token)) : undefined
  if (!link || link.expiresAt <= now) throw new DomainError('link.invalid')
  return link
}

/** Only while the person still is one of the business. */
const ensureStillTheirs = async (tx: TenantTx, link: VisitLink, merchantId: string, now: Date): Promise<void> => {
  if (!(await listKnownMerchants(tx, link.personId, ['merchant'], now)).has(merchantId)) throw new DomainError('link.invalid')
}

/** `isOpen`: the link may still act. One that was used shows what became of the visit, and no more. */
export type VisitByLink = { visit: Visit; isOpen: boolean }

export const readVisitByLink = async (tx: TenantTx, token: string, now: Date): Promise<VisitByLink> => {
  const link = await getLink(tx, token, now)
  const stored = await findStoredVisit(tx, link.visitId)
  if (!stored) throw new DomainError('link.invalid')
  await ensureStillTheirs(tx, link, stored.merchantId, now)
  const visit = toView(stored, (await listSlots(tx, [stored.id])).map(toSlot), 'merchant', now)
  const may = visit.may.filter(step => step !== 'confirm' || link.purpose === 'answer')
  return { visit: { ...visit, may }, isOpen: link.usedAt === null && may.length > 0 }
}

export type LinkAct = { kind: 'confirm'; startsAt: string } | ({ kind: 'offer' } & Counter) | { kind: 'cancel'; reason: string | null }

const act = (tx: TenantTx, doer: VisitDoer, visit: Parameters<typeof confirmVisit>[2], wanted: LinkAct): Promise<void> => {
  if (wanted.kind === 'confirm') return confirmVisit(tx, doer, visit, wanted.startsAt)
  if (wanted.kind === 'offer') return offerOtherTimes(tx, doer, visit, wanted)
  return cancelVisit(tx, doer, visit, wanted.reason)
}

/** Acts once for the person the mail went to, within the link's purpose; a second time it is no longer good. */
export const actByLink = async (tx: TenantTx, scope: VisitScope, token: string, wanted: LinkAct): Promise<void> => {
  const link = await getLink(tx, token, scope.now)
  if (link.purpose === 'change' && wanted.kind === 'confirm') throw new DomainError('link.invalid')
  const visit = await lockVisit(tx, link.visitId)
  if (!visit) throw new DomainError('link.invalid')
  await ensureStillTheirs(tx, link, visit.merchantId, scope.now)
  if (!(await spendVisitLink(tx, link.tokenHash, scope.now))) throw new DomainError('link.invalid')
  await act(tx, { ...scope, personId: link.personId, actor: 'merchant' }, visit, wanted)
}
