import { randomUUID } from 'node:crypto'
import { feedToken } from '../features/visit/feed.service.ts'
import { hashToken, newToken } from '../features/session/token.ts'
import { testSecret } from '../testing/test-app.ts'
import type { CityScene, Row } from './city-scene.ts'

/** Visits of the case: offered by the guide, offered by the business, agreed, and begun; the link of a mail, and what is subscribed to. */
export type VisitIds = {
  proposedId: string; counteredId: string; agreedId: string; begunId: string
  number: number
  startsAt: string
  linkToken: string
  feed: { id: string; token: string }
}

const hourMs = 3_600_000
let made = 0

/** Hours of its own for each case, as many as there are: one guide has several. */
const hourFrom = (days: number, hours: number): string => new Date(Math.floor(Date.now() / hourMs) * hourMs + (days * 24 + hours) * hourMs).toISOString()

export const newVisitIds = (tenantId: string): VisitIds => {
  const [feedId, number] = [randomUUID(), made++]
  return {
    proposedId: randomUUID(), counteredId: randomUUID(), agreedId: randomUUID(), begunId: randomUUID(),
    number, startsAt: hourFrom(20, number * 2 + 1), linkToken: newToken(), feed: { id: feedId, token: feedToken(testSecret, tenantId, { id: feedId, version: 1 }) },
  }
}

type Whose = { merchantId: string; mentorshipId: string }

export const rowsOfVisits = ({ id: tenant_id, mark, people, guides }: CityScene, { merchantId: merchant_id, mentorshipId: mentorship_id }: Whose, ids: VisitIds): Row[] => {
  const shared = { tenant_id, mentorship_id, merchant_id, guide_id: guides['case-guide'], purpose: mark, place_note: mark, zone: 'Europe/Berlin', offer_note: mark }
  const timed = (starts_at: string) => ({ starts_at, ends_at: new Date(Date.parse(starts_at) + hourMs).toISOString(), starts_local: starts_at.slice(0, 16), minutes: 60 })
  const agreed = (startsAt: string) => ({ ...shared, state: 'confirmed', ...timed(startsAt) })
  const slot = (visit_id: string): Row => ['visit_slots', { tenant_id, visit_id, ...timed(ids.startsAt) }]
  return [
    ['visits', { ...shared, id: ids.proposedId, offer_by: 'guide' }],
    ['visits', { ...shared, id: ids.counteredId, offer_by: 'merchant' }],
    slot(ids.proposedId), slot(ids.counteredId),
    ['visits', { ...agreed(hourFrom(20, ids.number * 2)), id: ids.agreedId }],
    ['visits', { ...agreed(hourFrom(-2, -ids.number * 2)), id: ids.begunId }],
    ['visit_links', { tenant_id, token_hash: hashToken(ids.linkToken), visit_id: ids.proposedId, person_id: people.merchant.id, purpose: 'answer', expires_at: new Date(Date.now() + 24 * hourMs).toISOString() }],
    ['calendar_feeds', { tenant_id, id: ids.feed.id, person_id: people.merchant.id, merchant_id }],
  ]
}
