import { randomUUID } from 'node:crypto'
import type { TestDatabase } from './postgres.ts'
import { createTenant, type TestTenant } from './tenant.builder.ts'

/** A city with one row in each of its tables. */
export interface FullCity extends TestTenant {
  readonly personId: string
  readonly merchantId: string
  readonly assessmentId: string
  readonly planId: string
  readonly taskId: string
  readonly fileId: string
}

type Values = Readonly<Record<string, string | number | Uint8Array>>

/**
 * Makes a city and puts a row into every table that has a wall, written as root. `mark` stands in every free text, so that a
 * test can search an answer for it. A sweep over the tables tells when a new one is missing here.
 */
export async function createFullCity(db: Pick<TestDatabase, 'admin'>, { mark = 'Muster', ...city }: { slug?: string; mark?: string } = {}): Promise<FullCity> {
  const tenant = await createTenant(db, city)
  const ids = { personId: randomUUID(), merchantId: randomUUID(), assessmentId: randomUUID(), planId: randomUUID(), taskId: randomUUID(), fileId: randomUUID() }
  for (const [table, values] of rowsOf({ ...tenant, ...ids }, mark)) await insert(db, table, { tenant_id: tenant.id, ...values })
  await db.admin('update merchants set latest_assessment_id = $1 where tenant_id = $2', [ids.assessmentId, tenant.id])
  return { ...tenant, ...ids }
}

function rowsOf(city: FullCity, mark: string): [table: string, values: Values][] {
  const { personId: person_id, merchantId: merchant_id, assessmentId: assessment_id, taskId: task_id } = city
  const later = new Date(Date.now() + 86_400_000).toISOString()
  const secret = () => `${mark}-${randomUUID()}`
  const [guide_id, mentorship_id, visit_id] = [randomUUID(), randomUUID(), randomUUID()]
  const [listing_id, version_id, offer_id, audit_id, mail_id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  return [
    ['pack_revisions', { revision: 1, framework_version: '1.0.0', hash: mark, content: `{"mark":"${mark}"}`, source: '{}', applied_by: mark }],
    ['people', { id: person_id, email: `${randomUUID()}@${mark.toLowerCase()}.example`, display_name: mark }],
    ['merchants', { id: merchant_id, name: `Laden ${mark}`, search: `laden ${mark.toLowerCase()}` }],
    ['memberships', { person_id, role: 'merchant', merchant_id, position: 'owner' }],
    ['sign_in_codes', { email: `${mark}@example.org`, person_id, code_hash: secret(), link_hash: secret(), expires_at: later }],
    ['sessions', { person_id, token_hash: secret(), device: mark, expires_at: later }],
    ['rate_counters', { key: mark, window_start: later, count: 1 }],
    ['idempotency_keys', { key: randomUUID(), procedure: mark, subject: mark, response: `{"mark":"${mark}"}` }],
    ['audit_events', { actor_person_id: person_id, actor_role: 'merchant', action: mark, entity: 'merchant', entity_id: merchant_id }],
    ['mails', { id: mail_id, recipient: `${mark}@example.org`, subject: mark, body_text: mark, body_html: mark, topic: mark, message_id: secret() }],
    ['mail_failures', { mail_id, reason: 'other', failed_at: later }],
    ['mail_preferences', { person_id, topic: 'reminder', wanted: 'false' }],
    ['unsubscribe_links', { token_hash: secret(), person_id, topic: 'reminder' }],
    ['files', { id: city.fileId, content_type: 'image/webp', byte_size: 4, sha256: secret(), data: Buffer.from('webp'), created_by: person_id }],
    ['assessments', { id: assessment_id, merchant_id, edition: 'DLC-1.0', kind: 'quick', moment: 'T0', perspective: 'self', framework_version: '1.0.0', pack_revision: 1, key_hash: secret() }],
    ['answers', { assessment_id, item_id: '1.1', source: 'self', kind: 'level', level: 2, answered_at: new Date().toISOString() }],
    ['plans', { id: city.planId, merchant_id, assessment_id, selection: `{"mark":"${mark}"}` }],
    ['tasks', { id: task_id, plan_id: city.planId, merchant_id, measure_id: 'M-1.1', item_id: '1.1', stage: 'base', rank: 1, priority: 1.5, state: 'open', owner: mark }],
    ['task_events', { task_id, merchant_id, kind: mark }],
    ['evidence', { task_id, merchant_id, kind: 'text', body: mark, created_by: person_id }],
    ['guides', { id: guide_id, person_id, recognition: 'volunteer', intro: mark }],
    ['guide_applications', { token_hash: secret(), email: `${mark}@example.org`, name: mark, recognition: 'volunteer', languages: '{de}', days: '{mo}', hours_per_week: 4, districts: '{}', travel: '{foot}', trades: '{}', motivation: mark, consent_version: '1', guide_id }],
    ['guide_modules', { guide_id, module_id: 'L-01', state: 'passed', note: mark }],
    ['guide_conflicts', { guide_id, kind: 'employer', business: mark, merchant_id }],
    ['blocked_times', { guide_id, kind: 'exams', starts_on: '2026-02-01', ends_on: '2026-02-14', note: mark }],
    ['mentorships', { id: mentorship_id, merchant_id, guide_id, wishes: `{"languages":[],"days":[],"note":"${mark}"}`, next_step: mark }],
    ['mentorship_guides', { mentorship_id, guide_id, note: mark }],
    ['mentorship_events', { mentorship_id, kind: mark, actor_role: 'guide', details: `{"mark":"${mark}"}` }],
    ['case_notes', { mentorship_id, author_person_id: person_id, author_role: 'guide', body: mark, written_at: later }],
    ['private_notes', { mentorship_id, author_person_id: person_id, body: mark, written_at: later }],
    ['case_checks', { mentorship_id, assessment_id, moment: 'T0', reason: mark, started_by: person_id }],
    ['handovers', { mentorship_id, from_guide_id: guide_id, kind: 'regular', due_on: '2027-02-05', sheet: `{"mark":"${mark}"}`, objection: mark }],
    ['visits', { id: visit_id, mentorship_id, merchant_id, guide_id, purpose: mark, zone: 'Europe/Berlin', state: 'confirmed', starts_local: '2026-01-12T10:00', minutes: 60, starts_at: '2026-01-12T09:00:00Z', ends_at: '2026-01-12T10:00:00Z' }],
    ['visit_slots', { visit_id, starts_local: mark, minutes: 60, starts_at: '2026-01-13T09:00:00Z', ends_at: '2026-01-13T10:00:00Z' }],
    ['visit_links', { token_hash: secret(), visit_id, person_id, purpose: 'change', expires_at: later }],
    ['calendar_feeds', { person_id, merchant_id }],
    ['listings', { id: listing_id, merchant_id, slug: `laden-${listing_id}`, draft: `{"mark":"${mark}"}`, search: mark.toLowerCase() }],
    ['listing_slugs', { slug: `laden-${listing_id}`, listing_id }],
    ['listing_versions', { id: version_id, listing_id, number: 1, by_role: 'merchant', content: `{"mark":"${mark}"}`, changed: '{}' }],
    ['listing_decisions', { listing_id, version_id, kind: 'rejected', by_role: 'office', reason: mark }],
    ['listing_photos', { listing_id, merchant_id, file_id: city.fileId, alt: mark, position: 1 }],
    ['offers', { id: offer_id, merchant_id, kind: 'offer', title: mark, body: mark, starts_on: '2026-01-01', ends_on: '2026-12-31' }],
    ['offer_merchants', { offer_id, merchant_id }],
    ['directory_marks', { number: 1, transaction: mark }],
    ['profile_checks', { merchant_id, channel: 'google', present: 'true', findings: `[{"note":"${mark}"}]`, result: 'differs', checked_on: '2026-01-01', by_role: 'merchant' }],
    ['website_audits', { id: audit_id, merchant_id, address: `${mark}.example`, host: `${mark}.example`, trigger: 'merchant', state: 'done' }],
    ['website_findings', { audit_id, check_id: 'R-01', position: 0, area: mark, title: mark, item_id: '1.1', verdict: 'fail', severity: 'high', certainty: 'sure', places: `[{"cause":"imprint.no_link","quote":"${mark}"}]`, keys: '{}' }],
    ['website_answers', { merchant_id, answers: `{"mark":"${mark}"}`, by_role: 'merchant' }],
    ['task_findings', { task_id, check_id: 'R-01', merchant_id, state: 'open', audit_id, since: later }],
  ]
}

async function insert({ admin }: Pick<TestDatabase, 'admin'>, table: string, values: Values): Promise<void> {
  const columns = Object.keys(values)
  await admin(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, Object.values(values))
}
