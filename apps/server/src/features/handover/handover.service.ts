import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { handoverDates, handoverDays, leavingDay } from '@digitallotsen/domain/handover/handover-dates.rules.ts'
import { atTheDate, canChange, canComplete, canName, sheetGaps, type HandoverOutcome } from '@digitallotsen/domain/handover/handover.rules.ts'
import type { HandoverDecision, HandoverSheet } from '@digitallotsen/domain/handover/handover.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { HandoverId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import { holdsSecret } from '@digitallotsen/domain/mentorship/secret-signs.rules.ts'
import { record } from '../audit/audit.service.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { writeMail } from '../mail/mail.service.ts'
import {
  closeAccess, ensureCaseAccess, findGuideIdOf, findMentorship, findOpenMentorshipOf, isOffice, isOwnerOf, listOfficePeople, listOwners, nameContact, openAccess, recordCaseEvent,
  type CaseActor, type Mentorship,
} from '../mentorship/mentorship.service.ts'
import { calendarDay } from '../plan/calendar.rules.ts'
import { findPlan } from '../plan/plan.service.ts'
import { rankCandidates, type Candidate } from './candidates.rules.ts'
import { draftSheet, withCurrentMeasures, type SheetFacts } from './handover-sheet.rules.ts'
import { handoverAnnouncedMail, handoverDoneMail, handoverGapMail, handoverListedMail } from './handover.mail.ts'
import {
  findBusinessName, findDistrict, findHandover, findOpenHandoverOf, insertHandover, listDue, listLedCases, listNamedGuides, listOpenHandovers, listReadyGuides, lockHandover, updateHandover,
  type HandoverLine, type HandoverPatch,
} from './handover.repository.ts'
import type { Handover } from './handover.types.ts'

export type Scope = { city: CityEntry; origin: string; now: Date }
export type Doer = Scope & { identity: Identity }

const ensure = (outcome: HandoverOutcome): void => {
  if (!outcome.ok) throw new DomainError(outcome.code)
}

const actorOf = (identity: Identity, role: CaseActor['role']): CaseActor => ({ personId: identity.personId, role })
const bySystem: CaseActor = { personId: null, role: 'system' }

type Trace = { handover: Pick<Handover, 'id' | 'mentorshipId'>; kind: `handover.${string}`; actor: CaseActor; now: Date; details?: Record<string, string | null> }

const trace = async (tx: TenantTx, { handover: { id, mentorshipId }, kind, actor, now, details = {} }: Trace): Promise<void> => {
  await recordCaseEvent(tx, { mentorshipId, kind, actor, details, now })
  await record(tx, { actorPersonId: actor.personId, actorRole: actor.role, action: kind, entity: 'handover', entityId: id, details, at: now })
}

const factsOf = async (tx: TenantTx, city: CityEntry, { merchantId, nextStep }: Mentorship): Promise<SheetFacts> => ({
  plan: await findPlan(tx, merchantId),
  titles: new Map(catalogueIn(city.pack, 'de').measures.map(({ id, title }) => [id, title])),
  nextStep,
  contact: null,
})

const getCase = async (tx: TenantTx, mentorshipId: string): Promise<Mentorship> => {
  const mentorship = await findMentorship(tx, mentorshipId)
  if (!mentorship) throw new DomainError('handover.not_found')
  return mentorship
}

/** The office and the guide who gives the case away; both must still work in it. */
const lockAsWorker = async (tx: TenantTx, identity: Identity, handoverId: string): Promise<{ handover: Handover; actor: CaseActor }> => {
  const handover = await lockHandover(tx, handoverId)
  if (!handover) throw new DomainError('handover.not_found')
  if (isOffice(identity)) return { handover, actor: actorOf(identity, 'office') }
  if ((await findGuideIdOf(tx, identity.personId)) !== handover.fromGuideId) throw new DomainError('handover.not_found')
  await ensureCaseAccess(tx, identity, handover.mentorshipId, 'work')
  return { handover, actor: actorOf(identity, 'guide') }
}

const lockAsOffice = async (tx: TenantTx, identity: Identity, handoverId: string): Promise<{ handover: Handover; actor: CaseActor }> => {
  const handover = isOffice(identity) ? await lockHandover(tx, handoverId) : undefined
  if (!handover) throw new DomainError('handover.not_found')
  return { handover, actor: actorOf(identity, 'office') }
}

const lockAsOwner = async (tx: TenantTx, identity: Identity, handoverId: string): Promise<{ handover: Handover; mentorship: Mentorship; actor: CaseActor }> => {
  const handover = await lockHandover(tx, handoverId)
  const mentorship = handover && (await findMentorship(tx, handover.mentorshipId))
  if (!handover || !mentorship || !isOwnerOf(identity, mentorship.merchantId)) throw new DomainError('handover.not_found')
  return { handover, mentorship, actor: actorOf(identity, 'merchant') }
}

/** All that are open, for the office; those she gives away, for a guide. */
export const listHandovers = async (tx: TenantTx, identity: Identity): Promise<HandoverLine[]> => {
  if (isOffice(identity)) return listOpenHandovers(tx)
  const guideId = await findGuideIdOf(tx, identity.personId)
  return guideId ? listOpenHandovers(tx, guideId) : []
}

/** One, with its measures as the plan has them today, for the office, both guides while they have a right in the case, and nobody else. */
export const getHandover = async (tx: TenantTx, { identity, city }: Pick<Doer, 'identity' | 'city'>, handoverId: string): Promise<{ handover: Handover; gaps: ReturnType<typeof sheetGaps> }> => {
  const handover = await findHandover(tx, handoverId)
  if (!handover) throw new DomainError('handover.not_found')
  const mentorship = await getCase(tx, handover.mentorshipId)
  const mayRead = isOffice(identity) || identity.memberships.some(({ role, merchantId }) => (role === 'guide' || role === 'ex-guide') && merchantId === mentorship.merchantId)
  if (!mayRead) throw new DomainError('handover.not_found')
  await ensureCaseAccess(tx, identity, mentorship.id, 'read').catch(() => Promise.reject(new DomainError('handover.not_found')))
  const facts = await factsOf(tx, city, mentorship)
  const sheet = handover.state === 'open' ? withCurrentMeasures(handover.sheet, facts) : handover.sheet
  return { handover: { ...handover, sheet }, gaps: sheetGaps(sheet, (facts.plan?.tasks ?? []).map(({ measureId }) => measureId)) }
}

/** Who could take the case over, the best first; for the office, which decides. */
export const listCandidates = async (tx: TenantTx, identity: Identity, handoverId: string): Promise<Candidate[]> => {
  const handover = isOffice(identity) ? await findHandover(tx, handoverId) : undefined
  if (!handover) throw new DomainError('handover.not_found')
  const { merchantId, wishes } = await getCase(tx, handover.mentorshipId)
  const others = (await listReadyGuides(tx)).filter(({ guideId }) => guideId !== handover.fromGuideId)
  return rankCandidates(others, { languages: wishes.languages, districtId: await findDistrict(tx, merchantId), dueOn: handover.dueOn })
}

export type Announced = { id: HandoverId; dueOn: string; guide: string | null; agreedAt: Date | null; objectedAt: Date | null }

/** What a business is told of a change of its guide; null while there is nothing to tell. */
export const findAnnounced = async (tx: TenantTx, identity: Identity, merchantId: MerchantId): Promise<Announced | null> => {
  if (!identity.memberships.some(held => held.role === 'merchant' && held.merchantId === merchantId)) throw new DomainError('merchant.not_found')
  const mentorship = await findOpenMentorshipOf(tx, merchantId)
  const handover = mentorship && (await findOpenHandoverOf(tx, mentorship.id))
  if (!handover || handover.informedAt === null || handover.toGuideId === null) return null
  const [named] = await listNamedGuides(tx, [handover.toGuideId])
  const { id, dueOn, agreedAt, objectedAt } = handover
  return { id, dueOn, guide: named?.name ?? null, agreedAt, objectedAt }
}

export type Decide = { handoverId: string; decision: HandoverDecision; reason: string | null }

/** Finish, hand over or end; may be changed until the date. Whoever was named falls away with another choice. */
export const decideHandover = async (tx: TenantTx, { identity, now }: Doer, { handoverId, decision, reason }: Decide): Promise<void> => {
  const { handover, actor } = await lockAsWorker(tx, identity, handoverId)
  ensure(canChange(handover))
  if (decision === 'end' && reason === null) throw new DomainError('reason.required')
  const nobody: HandoverPatch = decision === 'hand_over' ? {} : { toGuideId: null, informedAt: null, agreedAt: null, objectedAt: null, objection: null, settledAt: null }
  await updateHandover(tx, handover.id, { decision, reason, ...nobody }, now)
  await trace(tx, { handover, kind: 'handover.decided', actor, now, details: { decision } })
}

const freeTexts = (sheet: HandoverSheet): (string | null)[] => [
  ...sheet.measures.map(({ note }) => note), ...sheet.promises, sheet.works, sheet.worksNot, ...sheet.nextSteps, sheet.contact,
  ...sheet.accesses.flatMap(({ what, heldBy }) => [what, heldBy]), ...sheet.files, ...sheet.dates.map(({ what }) => what), sheet.warnings,
]

/** Keeps the sheet as far as it is; it is complete from the moment at which nothing is missing, and no longer so when something is taken out. */
export const saveSheet = async (tx: TenantTx, { identity, city, now }: Doer, { handoverId, sheet }: { handoverId: string; sheet: HandoverSheet }): Promise<void> => {
  const { handover, actor } = await lockAsWorker(tx, identity, handoverId)
  ensure(canChange(handover))
  if (freeTexts(sheet).some(text => text !== null && holdsSecret(text))) throw new DomainError('text.secret')
  const facts = await factsOf(tx, city, await getCase(tx, handover.mentorshipId))
  const current = withCurrentMeasures(sheet, facts)
  const isComplete = sheetGaps(current, (facts.plan?.tasks ?? []).map(({ measureId }) => measureId)).length === 0
  await updateHandover(tx, handover.id, { sheet: current, sheetCompletedAt: isComplete ? (handover.sheetCompletedAt ?? now) : null }, now)
  if (isComplete && handover.sheetCompletedAt === null) await trace(tx, { handover, kind: 'handover.sheet_completed', actor, now })
}

const germanDay = (day: string): string => day.split('-').toReversed().join('.')

/** Names the successor and tells the business, which may object. Refuses somebody who may not take cases yet. */
export const nameSuccessor = async (tx: TenantTx, { identity, city, origin, now }: Doer, { handoverId, guideId }: { handoverId: string; guideId: string }): Promise<void> => {
  const { handover, actor } = await lockAsOffice(tx, identity, handoverId)
  ensure(canName(handover, guideId))
  const [named] = await listNamedGuides(tx, [guideId])
  if (!named) throw new DomainError('guide.not_found')
  if (named.state !== 'active' || named.releasedAt === null) throw new DomainError('guide.not_ready')
  const { merchantId } = await getCase(tx, handover.mentorshipId)
  await updateHandover(tx, handover.id, { toGuideId: named.guideId, informedAt: now, agreedAt: null, objectedAt: null, objection: null, settledAt: null }, now)
  for (const personId of await listOwners(tx, merchantId, now))
    await writeMail(tx, handoverAnnouncedMail, { to: { personId }, city, origin, now, input: { guide: named.name ?? '', dueOn: germanDay(handover.dueOn), merchantId } })
  await trace(tx, { handover, kind: 'handover.announced', actor, now, details: { guideId } })
}

/** The business says yes, or objects and may say why; the coordination settles it. */
export const answerHandover = async (tx: TenantTx, { identity, now }: Doer, { handoverId, agrees, note }: { handoverId: string; agrees: boolean; note: string | null }): Promise<void> => {
  const { handover, actor } = await lockAsOwner(tx, identity, handoverId)
  ensure(canChange(handover))
  if (handover.informedAt === null) throw new DomainError('handover.not_informed')
  await updateHandover(tx, handover.id, agrees ? { agreedAt: now, objectedAt: null, objection: null } : { agreedAt: null, objectedAt: now, objection: note }, now)
  await trace(tx, { handover, kind: agrees ? 'handover.agreed' : 'handover.objected', actor, now })
}

export const settleObjection = async (tx: TenantTx, { identity, now }: Doer, { handoverId }: { handoverId: string }): Promise<void> => {
  const { handover, actor } = await lockAsOffice(tx, identity, handoverId)
  ensure(canChange(handover))
  await updateHandover(tx, handover.id, { settledAt: now }, now)
  await trace(tx, { handover, kind: 'handover.settled', actor, now })
}

/** The access moves, in this one transaction: the old guide reads for 14 days more, the new one leads. */
const move = async (tx: TenantTx, { city, origin, now }: Scope, handover: Handover, actor: CaseActor): Promise<void> => {
  ensure(canComplete(handover))
  const { mentorshipId, fromGuideId, toGuideId } = handover
  if (toGuideId === null) throw new DomainError('handover.nobody_named')
  const mentorship = await getCase(tx, mentorshipId)
  if (mentorship.guideId === fromGuideId) await closeAccess(tx, { mentorshipId, guideId: fromGuideId, reason: 'handover', readDays: handoverDays.reading, now })
  await openAccess(tx, { mentorshipId, guideId: toGuideId, duty: 'lead', now })
  await updateHandover(tx, handover.id, { state: 'done', completedAt: now }, now)
  const [named] = await listNamedGuides(tx, [toGuideId])
  const business = (await findBusinessName(tx, mentorship.merchantId)) ?? ''
  if (named) await writeMail(tx, handoverDoneMail, { to: { personId: named.personId }, city, origin, now, input: { business, mentorshipId } })
  await trace(tx, { handover, kind: 'handover.completed', actor, now, details: { from: fromGuideId, to: toGuideId } })
}

export const completeHandover = async (tx: TenantTx, doer: Doer, { handoverId }: { handoverId: string }): Promise<void> => {
  const { handover, actor } = await lockAsOffice(tx, doer.identity, handoverId)
  await move(tx, doer, handover, actor)
}

export type Emergency = { mentorshipId: string; reason: string }

/** A guide is gone: her access ends at once, the file fills the sheet, and the one who acts is named until somebody takes over. */
export const startEmergency = async (tx: TenantTx, { identity, city, now }: Doer, { mentorshipId, reason }: Emergency): Promise<{ handoverId: HandoverId }> => {
  if (!isOffice(identity)) throw new DomainError('handover.not_found')
  const mentorship = await ensureCaseAccess(tx, identity, mentorshipId, 'work')
  if (mentorship.guideId === null) throw new DomainError('mentorship.state_conflict')
  const sheet = draftSheet(await factsOf(tx, city, mentorship))
  const handoverId = await insertHandover(tx, {
    mentorshipId: mentorship.id, fromGuideId: mentorship.guideId, kind: 'emergency', decision: 'hand_over', dueOn: calendarDay(now), reason, sheet, startedBy: identity.personId, now,
  })
  if (!handoverId) throw new DomainError('handover.already_open')
  await closeAccess(tx, { mentorshipId, guideId: mentorship.guideId, reason: 'left', readDays: 0, now })
  await nameContact(tx, { mentorshipId, personId: identity.personId, now })
  await trace(tx, { handover: { id: handoverId, mentorshipId: mentorship.id }, kind: 'handover.emergency', actor: actorOf(identity, 'office'), now, details: { from: mentorship.guideId } })
  return { handoverId }
}

/** Lists every led case six weeks before its guide leaves; each once, with a letter to her. Returns how many are new. */
export const openDueHandovers = async (tx: TenantTx, { city, origin, now }: Scope): Promise<number> => {
  const today = calendarDay(now)
  let made = 0
  for (const { mentorshipId, guideId, personId, ...leaving } of await listLedCases(tx)) {
    const dueOn = leavingDay(leaving, city.pack.semesters)
    if (dueOn === null || today < addDays(dueOn, -handoverDays.listed)) continue
    const mentorship = await getCase(tx, mentorshipId)
    const handoverId = await insertHandover(tx, { mentorshipId, fromGuideId: guideId, kind: 'regular', dueOn, sheet: draftSheet(await factsOf(tx, city, mentorship)), startedBy: null, now })
    if (!handoverId) continue
    made += 1
    const business = (await findBusinessName(tx, mentorship.merchantId)) ?? ''
    await writeMail(tx, handoverListedMail, { to: { personId }, city, origin, now, input: { business, dueOn: germanDay(dueOn), sheetOn: germanDay(handoverDates(dueOn).sheetOn) } })
    await trace(tx, { handover: { id: handoverId, mentorshipId }, kind: 'handover.listed', actor: bySystem, now, details: { dueOn } })
  }
  return made
}

/** On its date a handover moves the access where all is ready; else the old right ends all the same, and the coordination stands in. */
export const settleDueHandovers = async (tx: TenantTx, scope: Scope): Promise<{ moved: number; gaps: number }> => {
  const done = { moved: 0, gaps: 0 }
  for (const id of await listDue(tx, calendarDay(scope.now))) {
    const handover = await lockHandover(tx, id)
    if (!handover || handover.state !== 'open') continue
    if (atTheDate(handover) === 'moves') {
      await move(tx, scope, handover, bySystem)
      done.moved += 1
    } else if (await standIn(tx, scope, handover)) done.gaps += 1
  }
  return done
}

const standIn = async (tx: TenantTx, { city, origin, now }: Scope, handover: Handover): Promise<boolean> => {
  const mentorship = await getCase(tx, handover.mentorshipId)
  if (mentorship.guideId !== handover.fromGuideId) return false
  await closeAccess(tx, { mentorshipId: mentorship.id, guideId: handover.fromGuideId, reason: 'semester_end', readDays: handoverDays.reading, now })
  const business = (await findBusinessName(tx, mentorship.merchantId)) ?? ''
  const office = await listOfficePeople(tx, now)
  const [first] = office
  if (first && mentorship.contactPersonId === null) await nameContact(tx, { mentorshipId: mentorship.id, personId: first, now })
  for (const personId of office)
    await writeMail(tx, handoverGapMail, { to: { personId }, city, origin, now, input: { business, mentorshipId: mentorship.id } })
  await trace(tx, { handover, kind: 'handover.gap', actor: bySystem, now })
  return true
}
