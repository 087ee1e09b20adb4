import { randomUUID } from 'node:crypto'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import { rankMeasures } from '@digitallotsen/domain/check/ranking.rules.ts'
import { scoreCheck } from '@digitallotsen/domain/check/scoring.rules.ts'
import type { Answer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Entity } from '@digitallotsen/domain/entity-registry.ts'
import { hashCode, hashToken, newToken } from '../features/session/token.ts'
import { testSecret } from '../testing/test-app.ts'
import { insertRow, type CityScene } from './city-scene.ts'

/** A business of the city's merchant with everything that can hang on one, and checks that have no business yet. */
export type Case = {
  merchantId: string
  /** claimed: of the business, submitted · free: submitted, nobody's yet · open: under way, nobody's yet */
  assessments: Readonly<Record<'claimed' | 'free' | 'open', string>>
  keys: Readonly<Record<'free' | 'open', string>>
  taskId: string
  evidenceId: string
  removedEvidenceId: string
  fileId: string
  mailId: string
  challengeId: string
  code: string
  linkToken: string
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

const insertAssessment = async (admin: Query, city: CityScene, values: Record<string, unknown>): Promise<string> => {
  const id = randomUUID()
  const fixed = { edition: city.pack.edition, kind: 'quick', moment: 'T0', perspective: 'self', framework_version: '1.0.0', pack_revision: 1, position: '1.1' }
  await insertRow(admin, 'assessments', { tenant_id: city.id, id, ...fixed, ...values })
  for (const { itemId, value, relevance } of answers) {
    const level = value.kind === 'level' ? value.level : null
    await insertRow(admin, 'answers', {
      tenant_id: city.id, assessment_id: id, item_id: itemId, source: 'self', kind: value.kind, level, relevance, answered_at: '2026-01-02T03:04:05Z',
    })
  }
  return id
}

const insertPlan = async (admin: Query, city: CityScene, { merchant_id, assessment_id }: { merchant_id: string; assessment_id: string }): Promise<string> => {
  const [planId, taskId] = [randomUUID(), randomUUID()]
  const { id: tenant_id, mark } = city
  await insertRow(admin, 'plans', { tenant_id, id: planId, merchant_id, assessment_id, selection: '{"waived":[]}' })
  const task = { tenant_id, plan_id: planId, merchant_id, stage: 'base', priority: 2 }
  await insertRow(admin, 'tasks', { ...task, id: taskId, measure_id: 'M-1.1', item_id: '1.1', rank: 1, state: 'open', owner: mark })
  await insertRow(admin, 'tasks', { ...task, measure_id: 'M-1.2', item_id: '1.2', rank: 2, state: 'queued', owner: mark })
  await insertRow(admin, 'task_events', { tenant_id, task_id: taskId, merchant_id, kind: 'task_assigned', details: JSON.stringify({ owner: mark }) })
  return taskId
}

const insertEvidence = async (admin: Query, tenant_id: string, values: Record<string, unknown>): Promise<string> => {
  const id = randomUUID()
  await insertRow(admin, 'evidence', { tenant_id, id, ...values })
  return id
}

const insertChallenge = async (admin: Query, city: CityScene, { code, linkToken }: { code: string; linkToken: string }): Promise<string> => {
  const { id: person_id, email } = city.people.merchant
  const id = randomUUID()
  const expires_at = new Date(Date.now() + 86_400_000).toISOString()
  await insertRow(admin, 'sign_in_codes', { tenant_id: city.id, id, email, person_id, code_hash: hashCode(testSecret, id, code), link_hash: hashToken(linkToken), expires_at })
  return id
}

const insertDevices = async (admin: Query, city: CityScene): Promise<Map<string, string>> => {
  const devices = new Map<string, string>()
  for (const { id: person_id } of Object.values(city.people)) {
    const id = randomUUID()
    const expires_at = new Date(Date.now() + 86_400_000).toISOString()
    await insertRow(admin, 'sessions', { tenant_id: city.id, id, person_id, token_hash: hashToken(newToken()), device: city.mark, expires_at })
    devices.set(person_id, id)
  }
  return devices
}

export const createCase = async (admin: Query, city: CityScene): Promise<Case> => {
  const { id: tenant_id, mark, people } = city
  const created_by = people.merchant.id
  const [merchantId, fileId, mailId] = [randomUUID(), randomUUID(), randomUUID()]
  const keys = { free: newToken(), open: newToken() }
  const submitted = { state: 'submitted', submitted_at: '2026-01-03T00:00:00Z', result: outcomeOf(city) }

  await insertRow(admin, 'merchants', { tenant_id, id: merchantId, name: `Laden ${mark}`, postcode: '12345', district_id: 'mitte', phone: mark, trade: mark, search: mark.toLowerCase() })
  await insertRow(admin, 'memberships', { tenant_id, person_id: created_by, role: 'merchant', merchant_id: merchantId, position: 'owner' })
  const assessments = {
    claimed: await insertAssessment(admin, city, { ...submitted, merchant_id: merchantId, claimed_at: '2026-01-03T00:00:00Z' }),
    free: await insertAssessment(admin, city, { ...submitted, key_hash: hashToken(keys.free) }),
    open: await insertAssessment(admin, city, { key_hash: hashToken(keys.open) }),
  }
  await admin('update merchants set latest_assessment_id = $1, score = 20, band = $2, open_musts = 1, checked_at = now() where tenant_id = $3 and id = $4', [assessments.claimed, 'start', tenant_id, merchantId])
  const taskId = await insertPlan(admin, city, { merchant_id: merchantId, assessment_id: assessments.claimed })
  await insertRow(admin, 'files', { tenant_id, id: fileId, content_type: 'image/webp', byte_size: mark.length, sha256: randomUUID(), width: 1, height: 1, data: Buffer.from(mark), created_by })
  const piece = { task_id: taskId, merchant_id: merchantId, created_by }
  const evidenceId = await insertEvidence(admin, tenant_id, { ...piece, kind: 'text', body: mark })
  const removedEvidenceId = await insertEvidence(admin, tenant_id, { ...piece, kind: 'text', body: mark, removed_at: '2026-01-04T00:00:00Z' })
  const photoEvidenceId = await insertEvidence(admin, tenant_id, { ...piece, kind: 'photo', file_id: fileId, alt: mark })
  await insertRow(admin, 'mails', { tenant_id, id: mailId, recipient: people.merchant.email, subject: mark, body_text: mark, body_html: mark, topic: 'test', message_id: randomUUID() })
  const secrets = { code: '123456', linkToken: newToken() }
  const challengeId = await insertChallenge(admin, city, secrets)
  const devices = await insertDevices(admin, city)

  return {
    merchantId, assessments, keys, taskId, evidenceId, removedEvidenceId, fileId, mailId, challengeId, ...secrets,
    sessionOf: personId => devices.get(personId) ?? randomUUID(),
    ids: {
      tenant: [tenant_id],
      person: Object.values(people).map(person => person.id),
      session: [...devices.values()].slice(0, 2),
      challenge: [challengeId],
      merchant: [merchantId],
      assessment: Object.values(assessments),
      plan: [],
      task: [taskId],
      evidence: [evidenceId, removedEvidenceId, photoEvidenceId],
      file: [fileId],
      'idempotency-key': [],
    },
  }
}
