import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { ensureCan } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Assignment, CaseEvent, CaseFile, CaseLine, CaseNote, CasePage, CaseQuery, Proposal } from '@digitallotsen/domain/mentorship/case.schemas.ts'
import { trafficLight } from '@digitallotsen/domain/mentorship/contact.rules.ts'
import { missingFor, nextPhase } from '@digitallotsen/domain/mentorship/phase.rules.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { findContactEmail, getMerchantRecord, mayReadMerchant } from '../merchant/merchant.service.ts'
import { getParticulars } from '../merchant/particulars.service.ts'
import { likePatterns } from '../merchant/search-text.rules.ts'
import { findGuideIdOf, listAssignments, listProposedTo } from './assignment.repository.ts'
import { listReleased, listSubmittedChecks } from './case-checks.repository.ts'
import { countCases, listCaseLines, listCases } from './case-list.repository.ts'
import { ensureCaseAccess, findPart, getCaseWithPart, isOwnerOf, type CasePart } from './mentorship-access.service.ts'
import { findLatestMentorshipOf, findMentorship, listCaseEvents, listMentorshipsOfGuide } from './mentorship.repository.ts'
import { phaseFactsOf } from './mentorship.service.ts'
import type { CaseDoer, Mentorship } from './mentorship.types.ts'
import { listCaseNotes } from './notes.repository.ts'
import { findGuideCard, findPersonCard, listGuideNames, listNames } from './people.repository.ts'

type Asking = Pick<CaseDoer, 'identity' | 'now'>

const notesOf = async (tx: TenantTx, identity: Identity, mentorshipId: string): Promise<CaseNote[]> => {
  const notes = await listCaseNotes(tx, mentorshipId)
  const names = await listNames(tx, notes.map(note => note.authorPersonId))
  return notes.map(({ authorPersonId, writtenAt, ...note }) => ({
    ...note, author: names.get(authorPersonId) ?? null, writtenAt: writtenAt.toISOString(), own: authorPersonId === identity.personId,
  }))
}

/** The business sees who comes, not who was asked before; reasons and notes of the others are the office's. */
const assignmentsOf = async (tx: TenantTx, mentorshipId: string, part: CasePart): Promise<Assignment[]> => {
  if (part !== 'office') return []
  const all = await listAssignments(tx, mentorshipId)
  const names = await listGuideNames(tx, all.map(({ guideId }) => guideId))
  return all.map(({ id, guideId, duty, state, proposedAt, answerBy, answeredAt, reason, note }) => ({
    id, guideId, guideName: names.get(guideId) ?? null, duty, state, reason, note, proposedAt: proposedAt.toISOString(), answerBy: answerBy?.toISOString() ?? null, answeredAt: answeredAt?.toISOString() ?? null,
  }))
}

const checksOf = async (tx: TenantTx, { id, merchantId }: Mentorship) => {
  const [checks, submitted] = [await listReleased(tx, id), await listSubmittedChecks(tx, merchantId)]
  const released = new Set(checks.map(({ assessmentId }) => assessmentId))
  const releasable = submitted.filter(({ assessmentId }) => !released.has(assessmentId)).map(({ submittedAt, ...check }) => ({ ...check, submittedAt: submittedAt.toISOString() }))
  return { checks, releasable }
}

const fileOf = async (tx: TenantTx, { identity, now }: Asking, mentorship: Mentorship, part: CasePart): Promise<CaseFile> => {
  const { id, merchantId, guideId, contactPersonId } = mentorship
  const [business, email, facts] = [await getParticulars(tx, merchantId), await findContactEmail(tx, merchantId), await phaseFactsOf(tx, mentorship)]
  const next = nextPhase(mentorship.phase)
  const { checks, releasable } = await checksOf(tx, mentorship)
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    id, merchantId, business: business.name, contact: { email: email ?? null, phone: business.phone }, phase: mentorship.phase, state: mentorship.state,
    phaseSince: mentorship.phaseSince.toISOString(), light: trafficLight(mentorship, now), wishes: mentorship.wishes, requestedAt: mentorship.requestedAt.toISOString(),
    lastContactAt: iso(mentorship.lastContactAt), nextStep: mentorship.nextStep, goAt: iso(mentorship.goAt), pauseReason: mentorship.pauseReason, pauseNote: mentorship.pauseNote,
    resumeOn: mentorship.resumeOn, outcome: mentorship.outcome, closingReason: mentorship.closingReason, endedAt: iso(mentorship.endedAt),
    guide: guideId === null ? null : ((await findGuideCard(tx, guideId)) ?? null),
    standIn: contactPersonId === null ? null : ((await findPersonCard(tx, contactPersonId)) ?? null),
    nextPhase: next ?? null, missing: next ? missingFor(next, facts) : [], activeMeasures: facts.activeMeasures, checks, releasable,
    assignments: await assignmentsOf(tx, id, part), notes: await notesOf(tx, identity, id),
    may: { work: part === 'guide' || part === 'office', office: part === 'office', business: part === 'merchant', owner: isOwnerOf(identity, merchantId) },
  }
}

export const getCaseFile = async (tx: TenantTx, asking: Asking, mentorshipId: string): Promise<CaseFile> => {
  const { mentorship, part } = await getCaseWithPart(tx, asking.identity, mentorshipId)
  return fileOf(tx, asking, mentorship, part)
}

/** The latest mentorship of a business for its people, its guide and the office; null where there is none to see. */
export const getCaseOfMerchant = async (tx: TenantTx, asking: Asking, merchantId: MerchantId): Promise<CaseFile | null> => {
  if (!mayReadMerchant(asking.identity, merchantId)) throw new DomainError('merchant.not_found')
  const mentorship = await findLatestMentorshipOf(tx, merchantId)
  const part = mentorship && (await findPart(tx, asking.identity, mentorship))
  return mentorship && part ? fileOf(tx, asking, mentorship, part) : null
}

export type Desk = { proposals: Proposal[]; cases: CaseLine[] }

const proposalsOf = async (tx: TenantTx, guideId: string): Promise<Proposal[]> => {
  const proposals: Proposal[] = []
  for (const { id, mentorshipId, proposedAt, answerBy } of await listProposedTo(tx, guideId)) {
    const mentorship = await findMentorship(tx, mentorshipId)
    if (!mentorship) continue
    const { name, districtId, trade } = await getParticulars(tx, mentorship.merchantId)
    proposals.push({ id, mentorshipId, business: name, districtId, trade, wishes: mentorship.wishes, proposedAt: proposedAt.toISOString(), answerBy: answerBy?.toISOString() ?? null })
  }
  return proposals
}

/** What a guide has to answer and to do; the longest silence first. */
export const getDesk = async (tx: TenantTx, { identity, now }: Asking): Promise<Desk> => {
  const guideId = await findGuideIdOf(tx, identity.personId)
  if (!guideId) return { proposals: [], cases: [] }
  const held = new Set(identity.memberships.flatMap(({ role, merchantId }) => (role === 'guide' && merchantId ? [merchantId] : [])))
  const own = (await listMentorshipsOfGuide(tx, guideId)).filter(({ merchantId }) => held.has(merchantId))
  return { proposals: await proposalsOf(tx, guideId), cases: await listCaseLines(tx, own.map(({ id }) => id), now) }
}

const timelineLength = 100

/** All that happened in the case and to the plan of its business, newest first. */
export const getTimeline = async (tx: TenantTx, { identity }: Asking, mentorshipId: string): Promise<CaseEvent[]> => {
  const { merchantId } = await ensureCaseAccess(tx, identity, mentorshipId, 'read')
  const events = await listCaseEvents(tx, mentorshipId, timelineLength)
  const names = await listNames(tx, [...new Set(events.flatMap(({ actorPersonId }) => actorPersonId ?? []))])
  const { history } = await getMerchantRecord(tx, identity, merchantId)
  const own = events.map(({ at, kind, actorPersonId, actorRole, details }) => ({ at: at.toISOString(), kind, actor: actorPersonId ? (names.get(actorPersonId) ?? null) : null, actorRole, details }))
  const others = history.map(({ at, kind, measureId, actor, details }) => ({ at, kind: `plan.${kind}`, actor: null, actorRole: actor, details: { ...details, measureId } }))
  return [...own, ...others].toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, timelineLength)
}

export const findCases = async (tx: TenantTx, { identity, now }: Asking, { search, page, pageSize, sort, ...filters }: CaseQuery): Promise<CasePage> => {
  ensureCan(identity, 'merchant.list')
  const wanted = { ...filters, patterns: likePatterns(search ?? ''), now }
  const [rows, total] = await Promise.all([listCases(tx, wanted, { page, pageSize, sort }), countCases(tx, wanted)])
  return { rows, total, page, pageSize }
}
