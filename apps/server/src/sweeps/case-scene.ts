import { randomUUID } from 'node:crypto'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import { rankMeasures } from '@digitallotsen/domain/check/ranking.rules.ts'
import { scoreCheck } from '@digitallotsen/domain/check/scoring.rules.ts'
import type { Answer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Entity } from '@digitallotsen/domain/entity-registry.ts'
import { hashCode, hashToken, newToken } from '../features/session/token.ts'
import { testSecret } from '../testing/test-app.ts'
import { insertRows, type CityScene, type Row } from './city-scene.ts'
import { newListingIds, rowsOfListing, type ListingIds } from './listing-scene.ts'
import { newVisitIds, rowsOfVisits, type VisitIds } from './visit-scene.ts'
import { newWebsiteIds, rowsOfWebsite, type WebsiteIds } from './website-scene.ts'

/** A business of the city's merchant with everything that can hang on one, and checks that have no business yet. */
export type Case = {
  merchantId: string
  /** claimed: of the business, submitted · free: submitted, nobody's yet · open: under way, nobody's yet */
  assessments: Readonly<Record<'claimed' | 'free' | 'open', string>>
  keys: Readonly<Record<'free' | 'open', string>>
  taskId: string
  evidenceId: string
  removedEvidenceId: string
  photoEvidenceId: string
  fileId: string
  mailId: string
  challengeId: string
  code: string
  linkToken: string
  listing: ListingIds
  visits: VisitIds
  website: WebsiteIds
  mentorshipId: string
  /** A business that waits, whose case the guide without one is asked for. */
  waiting: Readonly<Record<'merchantId' | 'mentorshipId' | 'assignmentId' | 'freeId' | 'pausedId' | 'noneId', string>>
  handoverId: string
  noteId: string
  privateNoteId: string
  /** A second device of every member. */
  sessionOf: (personId: string) => string
  ids: Readonly<Record<Entity, readonly string[]>>
}

const answers: Answer[] = [
  { itemId: '1.1', value: { kind: 'level', level: 0 }, relevance: 'normal' },
  { itemId: '1.2', value: { kind: 'level', level: 2 }, relevance: 'high' },
]

const outcomeOf = ({ pack }: CityScene) => {
  const catalogue = pack.catalogues.de
  if (!catalogue) throw new Error('the pack has no catalogue')
  return JSON.stringify({ result: scoreCheck(catalogue, 'full', answers), ranking: rankMeasures(catalogue, answers) })
}

const rowsOfAssessment = (city: CityScene, id: string, values: Record<string, unknown>): Row[] => {
  const fixed = { edition: city.pack.edition, kind: 'quick', moment: 'T0', perspective: 'self', framework_version: '1.0.0', pack_revision: 1, position: '1.1' }
  const given = answers.map(({ itemId, value, relevance }): Row => [
    'answers',
    {
      tenant_id: city.id, assessment_id: id, item_id: itemId, source: 'self', kind: value.kind, level: value.kind === 'level' ? value.level : null, relevance,
      answered_at: '2026-01-02T03:04:05Z',
    },
  ])
  return [['assessments', { tenant_id: city.id, id, ...fixed, ...values }], ...given]
}

const rowsOfPlan = ({ id: tenant_id, mark }: CityScene, { merchantId, taskId, assessments }: Ids): Row[] => {
  const planId = randomUUID()
  const task = { tenant_id, plan_id: planId, merchant_id: merchantId, stage: 'base', priority: 2, owner: mark }
  return [
    ['plans', { tenant_id, id: planId, merchant_id: merchantId, assessment_id: assessments.claimed, selection: '{"waived":[]}' }],
    ['tasks', { ...task, id: taskId, measure_id: 'M-1.1', item_id: '1.1', rank: 1, state: 'open' }],
    ['tasks', { ...task, measure_id: 'M-1.2', item_id: '1.2', rank: 2, state: 'queued' }],
    ['task_events', { tenant_id, task_id: taskId, merchant_id: merchantId, kind: 'task_assigned', details: JSON.stringify({ owner: mark }) }],
  ]
}

const rowsOfEvidence = ({ id: tenant_id, mark, people }: CityScene, ids: Ids): Row[] => {
  const created_by = people.merchant.id
  const piece = { tenant_id, task_id: ids.taskId, merchant_id: ids.merchantId, created_by }
  return [
    ['files', { tenant_id, id: ids.fileId, content_type: 'image/webp', byte_size: mark.length, sha256: randomUUID(), width: 1, height: 1, data: Buffer.from(mark), created_by }],
    ['evidence', { ...piece, id: ids.evidenceId, kind: 'text', body: mark, created_at: '2026-01-04T01:00:00Z' }],
    ['evidence', { ...piece, id: ids.removedEvidenceId, kind: 'text', body: mark, created_at: '2026-01-04T02:00:00Z', removed_at: '2026-01-05T00:00:00Z' }],
    ['evidence', { ...piece, id: ids.photoEvidenceId, kind: 'photo', file_id: ids.fileId, alt: mark, created_at: '2026-01-04T03:00:00Z' }],
  ]
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString()

const rowsOfAccess = ({ id: tenant_id, mark, people }: CityScene, { challengeId, code, linkToken, mailId }: Ids, devices: ReadonlyMap<string, string>): Row[] => {
  const { id: person_id, email } = people.merchant
  const hashes = { code_hash: hashCode(testSecret, challengeId, code), link_hash: hashToken(linkToken) }
  const sessions = [...devices].map(([owner, id]): Row => [
    'sessions', { tenant_id, id, person_id: owner, token_hash: hashToken(newToken()), device: mark, expires_at: tomorrow() },
  ])
  return [
    ['sign_in_codes', { tenant_id, id: challengeId, email, person_id, ...hashes, expires_at: tomorrow() }],
    ['mails', { tenant_id, id: mailId, recipient: email, subject: mark, body_text: mark, body_html: mark, topic: 'plan_kept', message_id: randomUUID() }],
    ['mail_failures', { tenant_id, mail_id: mailId, reason: 'mailbox_full', failed_at: '2026-01-06T00:00:00Z' }],
    ...sessions,
  ]
}

const sheetOf = (mark: string) =>
  JSON.stringify({ measures: [], promises: [mark], works: mark, worksNot: mark, nextSteps: ['a', 'b', 'c'], contact: mark, accesses: [], files: [], dates: [], warnings: null })

/** A case under way, with its guide, one who handed it over and may still read, notes of both kinds; and businesses for which a guide was asked, that wait, rest, or have asked for nobody. */
const rowsOfMentorship = ({ id: tenant_id, mark, people, guides }: CityScene, { merchantId: merchant_id, mentorshipId: mentorship_id, handoverId, noteId, privateNoteId, waiting }: Ids): Row[] => {
  const wishes = JSON.stringify({ languages: [], days: [], note: mark })
  const guide = people['case-guide'].id
  const asked = { tenant_id, merchant_id: waiting.merchantId }
  const [free, paused] = [randomUUID(), randomUUID()]
  return [
    ['memberships', { tenant_id, person_id: guide, role: 'guide', merchant_id }],
    ['memberships', { tenant_id, person_id: people['past-guide'].id, role: 'ex-guide', merchant_id, valid_until: tomorrow() }],
    ['mentorships', { tenant_id, id: mentorship_id, merchant_id, guide_id: guides['case-guide'], state: 'active', phase: 'plan', wishes, next_step: mark }],
    ['mentorship_guides', { tenant_id, mentorship_id, guide_id: guides['case-guide'], state: 'accepted', note: mark }],
    ['mentorship_guides', { tenant_id, mentorship_id, guide_id: guides['past-guide'], state: 'ended', proposed_at: '2026-01-01T00:00:00Z', note: mark, read_until: tomorrow() }],
    ['mentorship_events', { tenant_id, mentorship_id, kind: 'guide.accepted', actor_person_id: guide, actor_role: 'guide', details: JSON.stringify({ mark }) }],
    ['handovers', {
      tenant_id, id: handoverId, mentorship_id, from_guide_id: guides['case-guide'], to_guide_id: guides.guide, kind: 'regular', decision: 'hand_over', due_on: '2099-01-31',
      sheet: sheetOf(mark), sheet_completed_at: '2026-01-05T00:00:00Z', informed_at: '2026-01-05T00:00:00Z', objection: mark,
    }],
    ['case_notes', { tenant_id, id: noteId, mentorship_id, author_person_id: guide, author_role: 'guide', body: mark, written_at: '2026-01-05T00:00:00Z' }],
    ['private_notes', { tenant_id, id: privateNoteId, mentorship_id, author_person_id: guide, body: `Nur${mark}`, written_at: '2026-01-05T00:00:00Z' }],
    ...[waiting.merchantId, free, paused, waiting.noneId].map((id): Row => ['merchants', { tenant_id, id, name: `Wartet ${mark}`, postcode: '12345', district_id: 'mitte', search: `wartet ${mark.toLowerCase()}` }]),
    ['mentorships', { tenant_id, merchant_id: free, id: waiting.freeId, wishes }],
    ['mentorships', { tenant_id, merchant_id: paused, id: waiting.pausedId, guide_id: guides['past-guide'], state: 'paused', pause_reason: 'time', pause_note: mark, resume_on: '2099-01-01', wishes }],
    ['mentorships', { ...asked, id: waiting.mentorshipId, state: 'offered', phase: 'accepted', wishes }],
    ['mentorship_guides', { tenant_id, id: waiting.assignmentId, mentorship_id: waiting.mentorshipId, guide_id: guides.guide, note: mark }],
  ]
}

type Ids = Omit<Case, 'ids' | 'sessionOf'>

const newIds = (tenantId: string): Ids => ({
  merchantId: randomUUID(), taskId: randomUUID(), fileId: randomUUID(), mailId: randomUUID(), challengeId: randomUUID(),
  evidenceId: randomUUID(), removedEvidenceId: randomUUID(), photoEvidenceId: randomUUID(),
  assessments: { claimed: randomUUID(), free: randomUUID(), open: randomUUID() },
  keys: { free: newToken(), open: newToken() },
  code: '123456', linkToken: newToken(), mentorshipId: randomUUID(), handoverId: randomUUID(), noteId: randomUUID(), privateNoteId: randomUUID(),
  waiting: { merchantId: randomUUID(), mentorshipId: randomUUID(), assignmentId: randomUUID(), freeId: randomUUID(), pausedId: randomUUID(), noneId: randomUUID() }, listing: newListingIds(), visits: newVisitIds(tenantId), website: newWebsiteIds(),
})

export const createCase = async (admin: Query, city: CityScene): Promise<Case> => {
  const { id: tenant_id, mark, people } = city
  const ids = newIds(tenant_id)
  const { merchantId, assessments, keys } = ids
  const submitted = { state: 'submitted', submitted_at: '2026-01-03T00:00:00Z', result: outcomeOf(city) }
  const checked = { latest_assessment_id: assessments.claimed, score: 20, band: 'start', open_musts: 1, checked_at: '2026-01-03T00:00:00Z' }
  const devices = new Map(Object.values(people).map(person => [person.id, randomUUID()]))
  await insertRows(admin, [
    ['merchants', { tenant_id, id: merchantId, name: `Laden ${mark}`, postcode: '12345', district_id: 'mitte', phone: mark, trade: mark, search: mark.toLowerCase(), ...checked }],
    ['memberships', { tenant_id, person_id: people.merchant.id, role: 'merchant', merchant_id: merchantId, position: 'owner' }],
    ...rowsOfAssessment(city, assessments.claimed, { ...submitted, merchant_id: merchantId, claimed_at: '2026-01-03T00:00:00Z' }),
    ...rowsOfAssessment(city, assessments.free, { ...submitted, key_hash: hashToken(keys.free) }),
    ...rowsOfAssessment(city, assessments.open, { key_hash: hashToken(keys.open) }),
    ...rowsOfPlan(city, ids),
    ...rowsOfEvidence(city, ids),
    ...rowsOfListing(city, merchantId, ids.listing),
    ...rowsOfVisits(city, ids, ids.visits),
    ...rowsOfWebsite(city, merchantId, ids.website),
    ...rowsOfMentorship(city, ids),
    ...rowsOfAccess(city, ids, devices),
  ])
  return {
    ...ids,
    sessionOf: personId => devices.get(personId) ?? randomUUID(),
    ids: {
      tenant: [tenant_id],
      person: Object.values(people).map(person => person.id),
      session: [...devices.values()].slice(0, 2),
      challenge: [ids.challengeId],
      merchant: [merchantId],
      assessment: Object.values(assessments),
      plan: [],
      task: [ids.taskId],
      evidence: [ids.evidenceId, ids.removedEvidenceId, ids.photoEvidenceId],
      file: [ids.fileId, ids.listing.listingFileId],
      guide: [city.guides['case-guide'], city.guides.guide],
      mentorship: [ids.mentorshipId, ids.waiting.mentorshipId],
      assignment: [ids.waiting.assignmentId],
      'case-note': [ids.noteId],
      'private-note': [ids.privateNoteId],
      handover: [ids.handoverId],
      visit: [ids.visits.proposedId, ids.visits.counteredId, ids.visits.agreedId, ids.visits.begunId],
      'listing-version': [ids.listing.pendingVersionId, ids.listing.liveVersionId],
      'listing-photo': [ids.listing.listingPhotoId],
      offer: [ids.listing.offerId, ids.listing.invitedOfferId],
      mail: [ids.mailId],
      'website-audit': [ids.website.auditId, ids.website.earlierAuditId],
      'idempotency-key': [],
    },
  }
}
