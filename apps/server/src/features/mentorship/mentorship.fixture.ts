import { randomUUID } from 'node:crypto'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AssignmentId, GuideId, MentorshipId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import { addPerson, asOffice, identityWith, newKey, noon, shopWithPlan, type Shop, type TestCity } from '../../test-city.fixture.ts'
import { listMemberships } from '../session/session.repository.ts'
import { answerProposal, proposeGuide } from './assignment.service.ts'
import { requestMentorship } from './mentorship.service.ts'

export type TestGuide = { guideId: GuideId; personId: PersonId }
export const noWishes = { languages: [], days: [], note: null }

export const addGuide = async (place: TestCity, state = 'active'): Promise<TestGuide> => {
  const personId = await addPerson(place)
  const { db, city } = place
  const guideId = randomUUID() as GuideId
  await db.admin('insert into guides (tenant_id, id, person_id, state, recognition) values ($1, $2, $3, $4, $5)', [city.tenantId, guideId, personId, state, 'volunteer'])
  await db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'guide')`, [city.tenantId, personId])
  return { guideId, personId }
}

export const addOffice = async (place: TestCity): Promise<Identity> => {
  const personId = await addPerson(place)
  await place.db.admin(`insert into memberships (tenant_id, person_id, role) values ($1, $2, 'office')`, [place.city.tenantId, personId])
  return asOffice(personId)
}

/** Who this person is at that moment, by the rows, as every request has it. */
export const identityNow = (place: TestCity, personId: PersonId, now = noon): Promise<Identity> =>
  place.act(async tx => identityWith(personId, ...(await listMemberships(tx, personId, now))))

export const origin = 'https://stadt.example'

export type AskedCase = { shop: Shop; guide: TestGuide; office: Identity; mentorshipId: MentorshipId; assignmentId: AssignmentId }

export const askedCase = async (place: TestCity, now = noon): Promise<AskedCase> => {
  const [shop, guide, office] = [await shopWithPlan(place), await addGuide(place), await addOffice(place)]
  const { city } = place
  const { mentorshipId } = await place.act(tx => requestMentorship(tx, { identity: shop.owner, now }, { merchantId: shop.merchantId, wishes: noWishes, idempotencyKey: newKey() }))
  const asking = { mentorshipId, guideId: guide.guideId, by: office.personId, reasons: null, overrideReason: null, city, origin, now }
  return { shop, guide, office, mentorshipId, assignmentId: await place.act(tx => proposeGuide(tx, asking)) }
}

export const answer = async (place: TestCity, { guide, assignmentId }: Pick<AskedCase, 'guide' | 'assignmentId'>, accept: boolean, now = noon): Promise<void> => {
  const identity = await identityNow(place, guide.personId, now)
  await place.act(tx => answerProposal(tx, { identity, city: place.city, origin, now }, { assignmentId, accept, reason: accept ? null : 'capacity', note: null }))
}

export const activeCase = async (place: TestCity, now = noon): Promise<AskedCase> => {
  const asked = await askedCase(place, now)
  await answer(place, asked, true, now)
  return asked
}
