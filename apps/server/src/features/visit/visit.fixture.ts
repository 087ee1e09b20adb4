import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import type { WantedSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { addPerson, addShop, identityWith, newKey, type Shop, type TestCity } from '../../test-city.fixture.ts'
import type { Asking } from './visit-access.service.ts'
import { proposeVisit } from './visit.service.ts'

export type TestGuide = { personId: PersonId; guideId: string }
export type TestCase = Shop & { mentorshipId: string; guide: TestGuide; guideIdentity: Identity }

export const origin = 'http://musterstadt.localhost'

const member = (role: 'guide' | 'ex-guide', merchantId: MerchantId | null) => ({ role, merchantId, merchantName: null, position: null, universityId: null })

export const addGuide = async (place: TestCity): Promise<TestGuide> => {
  const personId = await addPerson(place)
  const { tenantId } = place.city
  const [row] = await place.db.admin(`insert into guides (tenant_id, person_id, recognition, state) values ($1, $2, 'volunteer', 'active') returning id`, [tenantId, personId])
  await place.db.admin(`update people set display_name = 'Lea Muster' where tenant_id = $1 and id = $2`, [tenantId, personId])
  await place.db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'guide')`, [tenantId, personId])
  return { personId, guideId: String(row?.['id']) }
}

/** A business that a guide accompanies. */
export const addCase = async (place: TestCity, guide?: TestGuide): Promise<TestCase> => {
  const lead = guide ?? (await addGuide(place))
  const shop = await addShop(place)
  const { tenantId } = place.city
  await place.db.admin(`insert into memberships (tenant_id, person_id, role, merchant_id) values ($1, $2, 'guide', $3)`, [tenantId, lead.personId, shop.merchantId])
  const [row] = await place.db.admin(
    `insert into mentorships (tenant_id, merchant_id, guide_id, state, wishes) values ($1, $2, $3, 'active', '{"languages":[],"days":[],"note":null}') returning id`,
    [tenantId, shop.merchantId, lead.guideId])
  return { ...shop, mentorshipId: String(row?.['id']), guide: lead, guideIdentity: identityWith(lead.personId, member('guide', null), member('guide', shop.merchantId)) }
}

export const exGuideOf = ({ guide, merchantId }: TestCase): Identity => identityWith(guide.personId, member('guide', null), member('ex-guide', merchantId))

export const askingAs = (place: TestCity, identity: Identity): Asking => ({ identity, city: place.city, origin, now: place.services.now() })

export const slotAt = (date: string, time: string, minutes = 60): WantedSlot => ({ date, time, minutes, doubleHour: null })

export const proposeAs = (place: TestCity, kase: TestCase, identity: Identity, slots: WantedSlot[], note: string | null = null): Promise<string> =>
  place.act(tx => proposeVisit(tx, askingAs(place, identity), {
    mentorshipId: kase.mentorshipId, content: { place: 'shop', placeNote: null, purpose: 'Erstgespräch' }, slots, note, idempotencyKey: newKey(),
  }))

export type SentMail = { topic: string; recipient: string; text: string; html: string; calendar: { method: string; content: string } | null; token: string | null }

export const listSent = async ({ db, city }: TestCity): Promise<SentMail[]> => {
  const rows = await db.admin('select topic, recipient, body_text, body_html, attachments from mails where tenant_id = $1 order by created_at, topic', [city.tenantId])
  return rows.map(row => ({
    topic: String(row['topic']), recipient: String(row['recipient']), text: String(row['body_text']), html: String(row['body_html']),
    calendar: (row['attachments'] as { method: string; content: string }[] | null)?.[0] ?? null,
    token: /\/termin\/([\w-]{43})/.exec(String(row['body_text']))?.[1] ?? null,
  }))
}
