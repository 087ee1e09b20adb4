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
  website: WebsiteIds
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
    ['mails', { tenant_id, id: mailId, recipient: email, subject: mark, body_text: mark, body_html: mark, topic: 'test', message_id: randomUUID() }],
    ...sessions,
  ]
}

type Ids = Omit<Case, 'ids' | 'sessionOf'>

const newIds = (): Ids => ({
  merchantId: randomUUID(), taskId: randomUUID(), fileId: randomUUID(), mailId: randomUUID(), challengeId: randomUUID(),
  evidenceId: randomUUID(), removedEvidenceId: randomUUID(), photoEvidenceId: randomUUID(),
  assessments: { claimed: randomUUID(), free: randomUUID(), open: randomUUID() },
  keys: { free: newToken(), open: newToken() },
  code: '123456', linkToken: newToken(), listing: newListingIds(), website: newWebsiteIds(),
})

export const createCase = async (admin: Query, city: CityScene): Promise<Case> => {
  const { id: tenant_id, mark, people } = city
  const ids = newIds()
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
    ...rowsOfWebsite(city, merchantId, ids.website),
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
      'listing-version': [ids.listing.pendingVersionId, ids.listing.liveVersionId],
      'listing-photo': [ids.listing.listingPhotoId],
      offer: [ids.listing.offerId, ids.listing.invitedOfferId],
      'website-audit': [ids.website.auditId, ids.website.earlierAuditId],
      'idempotency-key': [],
    },
  }
}
