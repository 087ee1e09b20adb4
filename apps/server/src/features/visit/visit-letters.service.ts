import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { VisitLinkPurpose, VisitSide, VisitSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'

import { writeMail } from '../mail/mail.service.ts'
import { hashToken, newToken } from '../session/token.ts'
import type { VisitScope } from './visit-access.service.ts'
import { writeVisitFile, type Party, type VisitScene } from './visit-calendar.rules.ts'
import { listPeopleOf } from './visit-case.repository.ts'
import { insertVisitLink } from './visit-link.repository.ts'
import { visitCancelledMail, visitConfirmedMail, visitProposedMail, visitReminderMail, visitRescheduledMail } from './visit.mail.ts'
import type { StoredVisit } from './visit.types.ts'

const dayMs = 86_400_000
/** Long enough for an offer of times up to 120 days ahead. */
const linkDays = 130

type Addressee = { personId: string; email: string; side: VisitSide }

/** Where the reader goes on: a merchant by a link that needs no sign-in, a guide by her own page. */
const openPath = async (tx: TenantTx, { now }: VisitScope, visit: StoredVisit, { personId, side }: Addressee, purpose: VisitLinkPurpose): Promise<string> => {
  if (side === 'guide') return `/lotse/faelle/${visit.mentorshipId}`
  const token = newToken()
  await insertVisitLink(tx, { tokenHash: hashToken(token), visitId: visit.id, personId, purpose, expiresAt: new Date(now.getTime() + linkDays * dayMs) })
  return `/termin/${token}`
}

const ownPage = (visit: StoredVisit, side: VisitSide): string => (side === 'guide' ? `/lotse/faelle/${visit.mentorshipId}` : `/mein-betrieb/${visit.merchantId}/begleitung`)

const listAddressees = async (tx: TenantTx, visit: StoredVisit, side: VisitSide, now: Date): Promise<Addressee[]> => {
  const found = side === 'guide' ? [{ personId: visit.guidePersonId, email: visit.guideEmail }] : await listPeopleOf(tx, visit.merchantId, now)
  return found.map(person => ({ ...person, side }))
}

const organizerOf = ({ city: { pack } }: VisitScope): Party => ({ name: pack.programme, email: pack.city.contact.email ?? `termine@${pack.hosts[0] ?? 'localhost'}` })

export const sceneOf = (scope: VisitScope): Omit<VisitScene, 'page'> => ({ programme: scope.city.pack.programme, origin: scope.origin, organizer: organizerOf(scope) })

const fileFor = (method: 'REQUEST' | 'CANCEL', visit: StoredVisit, scope: VisitScope, { email, side }: Addressee): string =>
  writeVisitFile(method, visit, { ...sceneOf(scope), page: scope.origin + ownPage(visit, side) }, [{ name: side === 'guide' ? (visit.guideName ?? '') : visit.merchantName, email }])

const goodUntil = (slots: readonly VisitSlot[]): { goodUntil?: Date } => {
  const last = slots.map(({ startsAt }) => startsAt).toSorted().at(-1)
  return last === undefined ? {} : { goodUntil: new Date(last) }
}

const forEach = async (tx: TenantTx, visit: StoredVisit, scope: VisitScope, sides: readonly VisitSide[], write: (addressee: Addressee) => Promise<unknown>): Promise<void> => {
  for (const side of sides) for (const addressee of await listAddressees(tx, visit, side, scope.now)) await write(addressee)
}

const both = ['merchant', 'guide'] as const
const headOf = ({ city, origin, now }: VisitScope) => ({ city, origin, now })

export type OfferTold = { to: VisitSide; slots: readonly VisitSlot[]; note: string | null }

export const tellOffer = (tx: TenantTx, scope: VisitScope, visit: StoredVisit, { to, slots, note }: OfferTold): Promise<void> =>
  forEach(tx, visit, scope, [to], async addressee => {
    const path = await openPath(tx, scope, visit, addressee, 'answer')
    const input = { visit, path, slots, note, isMove: visit.state === 'confirmed' }
    await writeMail(tx, visitProposedMail, { to: addressee, ...headOf(scope), input, ...goodUntil(slots) })
  })

export const tellAgreed = (tx: TenantTx, scope: VisitScope, visit: StoredVisit, isMove: boolean): Promise<void> =>
  forEach(tx, visit, scope, both, async addressee => {
    if (!visit.agreed) return
    const path = await openPath(tx, scope, visit, addressee, 'change')
    const letter = { to: addressee, ...headOf(scope), input: { visit, path, slot: visit.agreed, ics: fileFor('REQUEST', visit, scope, addressee) }, ...goodUntil([visit.agreed]) }
    await (isMove ? writeMail(tx, visitRescheduledMail, letter) : writeMail(tx, visitConfirmedMail, letter))
  })

export const tellCancelled = (tx: TenantTx, scope: VisitScope, visit: StoredVisit, reason: string | null): Promise<void> =>
  forEach(tx, visit, scope, both, async addressee => {
    const ics = visit.agreed && fileFor('CANCEL', visit, scope, addressee)
    await writeMail(tx, visitCancelledMail, { to: addressee, ...headOf(scope), input: { visit, path: ownPage(visit, addressee.side), slot: visit.agreed, reason, ics } })
  })

export const tellReminder = (tx: TenantTx, scope: VisitScope, visit: StoredVisit): Promise<void> =>
  forEach(tx, visit, scope, both, async addressee => {
    if (!visit.agreed) return
    const path = await openPath(tx, scope, visit, addressee, 'change')
    await writeMail(tx, visitReminderMail, { to: addressee, ...headOf(scope), input: { visit, path, slot: visit.agreed }, ...goodUntil([visit.agreed]) })
  })
