import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { allAt, dlc1 } from '@digitallotsen/domain/check/catalogue.fixture.ts'
import type { Identity, Membership } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AssessmentId, IdempotencyKey, MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import { loadFramework, loadPack } from '@digitallotsen/pack/load.ts'
import { smallCity, smallFramework } from '@digitallotsen/pack/small-pack.fixture.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createTenant } from '@digitallotsen/testing/tenant.builder.ts'
import { readEnv } from './env.ts'
import { startCheck } from './features/check/check-start.service.ts'
import { askerOf } from './features/check/check-access.service.ts'
import { claimAssessment, saveAnswers, submitCheck } from './features/check/check.service.ts'
import { CityDirectory, type CityEntry } from './features/city/city-directory.ts'
import { createMerchant } from './features/merchant/merchant.service.ts'
import { hashToken } from './features/session/token.ts'
import type { Services } from './services.ts'

export const newKey = () => randomUUID() as IdempotencyKey
export const noon = new Date('2026-03-02T12:00:00Z')

/** The smallest pack there is, with the questions of the Digital-Check DLC-1.0. */
const loadTestPack = async (): Promise<ResolvedPack> => {
  const rules = await loadFramework(smallFramework)
  if (!rules.ok) throw new Error('the framework was refused')
  const loaded = await loadPack(smallCity, rules.framework)
  if (!loaded.ok) throw new Error('the pack was refused')
  return { ...loaded.pack, catalogues: { de: dlc1, en: dlc1 } }
}

export type TestCity = {
  db: TestDatabase
  city: CityEntry
  services: Services
  /** One transaction in this city, as the app's role. */
  act: <T>(work: (tx: TenantTx) => Promise<T>) => Promise<T>
}

export const openTestCity = async (db: TestDatabase, now: () => Date = () => noon): Promise<TestCity> => {
  const { id, slug } = await createTenant(db)
  const city: CityEntry = { tenantId: id, slug, state: 'live', sample: false, revision: 1, version: 'v1', pack: await loadTestPack() }
  const services: Services = {
    env: readEnv({ NODE_ENV: 'test' }), now, lanes: db.app, operatorLanes: db.operator, cities: new CityDirectory(db.app),
    secret: 'a secret of at least thirty-two characters', log: pino({ level: 'silent' }),
  }
  return { db, city, services, act: work => db.app.withTenant(id, work) }
}

export const addPerson = async ({ db, city }: TestCity, email = `${randomUUID()}@example.org`): Promise<PersonId> => {
  const [row] = await db.admin('insert into people (tenant_id, email) values ($1, $2) returning id', [city.tenantId, email])
  return String(row?.['id']) as PersonId
}

export const identityWith = (personId: PersonId, ...memberships: Membership[]): Identity => ({ personId, email: 'person@example.org', displayName: null, memberships })

export const asOwner = (personId: PersonId, merchantId: MerchantId): Identity =>
  identityWith(personId, { role: 'merchant', merchantId, merchantName: null, position: 'owner', universityId: null })

export const asOffice = (personId: PersonId): Identity => identityWith(personId, { role: 'office', merchantId: null, merchantName: null, position: null, universityId: null })

export type Shop = { merchantId: MerchantId; personId: PersonId; owner: Identity }

export const addShop = async (place: TestCity, name = 'Laden am Markt', now = noon): Promise<Shop> => {
  const personId = await addPerson(place)
  const merchantId = await place.act(tx => createMerchant(tx, { pack: place.city.pack, name, postcode: '12345', districtId: 'mitte', personId, now }))
  return { merchantId, personId, owner: asOwner(personId, merchantId) }
}

export type TestCheck = { assessmentId: AssessmentId; key: string }

export const beginCheck = ({ services, city }: TestCity, kind: 'quick' | 'full' = 'full'): Promise<TestCheck> =>
  startCheck({ services, city, client: { address: '192.0.2.1' } }, { kind, locale: 'de', idempotencyKey: newKey() })

export const answersAt = (level: 0 | 1 | 2 | 3 | 4, at: Date = noon): TimedAnswer[] => allAt(dlc1, level).map(answer => ({ ...answer, answeredAt: at.toISOString() }))

/** An anonymous check, answered all at one level and submitted. */
export const submittedCheck = async (place: TestCity, level: 0 | 1 | 2 | 3 | 4 = 1): Promise<TestCheck> => {
  const check = await beginCheck(place)
  const context = { asker: askerOf(null, check.key), pack: place.city.pack, now: noon }
  await place.act(tx => saveAnswers(tx, context, { ...check, answers: answersAt(level) }))
  await place.act(tx => submitCheck(tx, context, check))
  return check
}

/** A business with the plan of a check answered all at one level. */
export const shopWithPlan = async (place: TestCity, level: 0 | 1 | 3 = 1): Promise<Shop> => {
  const shop = await addShop(place)
  const check = await submittedCheck(place, level)
  await place.act(tx => claimAssessment(tx, { pack: place.city.pack, assessmentId: check.assessmentId, keyHash: hashToken(check.key), merchantId: shop.merchantId, now: noon }))
  return shop
}
