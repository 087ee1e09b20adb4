import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Level, TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { AssessmentId, IdempotencyKey, MerchantId, PersonId, TaskId } from '@digitallotsen/domain/ids.schemas.ts'
import { startCheck, startFollowUp } from '../features/check/check-start.service.ts'
import { askerOf } from '../features/check/check-access.service.ts'
import { saveAnswers, submitCheck } from '../features/check/check.service.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { findPersonByEmail } from '../features/identity/person.repository.ts'
import { completeRegistration } from '../features/identity/registration.service.ts'
import { addTextEvidence } from '../features/plan/evidence.service.ts'
import { getPlan } from '../features/plan/plan.service.ts'
import { changeTask } from '../features/plan/task.service.ts'
import { listMemberships } from '../features/session/session.repository.ts'
import { hashToken } from '../features/session/token.ts'
import type { Services } from '../services.ts'
import { sampleAddress, type SampleBusiness } from './sample-data.ts'
import { markMerchant, markPerson } from './sample.repository.ts'

const newKey = () => randomUUID() as IdempotencyKey

/** Spread around where the field stands, the same at each run; now and then "weiß ich nicht". */
const answersFor = (catalogue: CheckCatalogue, business: SampleBusiness, lift: number, now: Date): TimedAnswer[] =>
  catalogue.fields.flatMap((field, f) =>
    field.items
      .filter(item => business.kind === 'full' || item.must)
      .map((item, i) => {
        const spread = ((f * 7 + i * 5 + business.name.length) % 3) - 1
        const level = Math.max(0, Math.min(4, (business.levels[f] ?? 1) + spread + lift)) as Level
        const unknown = (f + i + business.name.length) % 11 === 0 && !item.must
        return {
          itemId: item.id,
          value: unknown ? { kind: 'unknown' as const } : { kind: 'level' as const, level },
          relevance: i % 4 === 0 ? ('high' as const) : ('normal' as const),
          answeredAt: now.toISOString(),
        }
      }),
  )

const catalogueOf = (city: CityEntry): CheckCatalogue => {
  const catalogue = city.pack.catalogues.de
  if (!catalogue) throw new Error('a city without a German catalogue')
  return catalogue
}

/** A business that has gone the way every business goes: check, result, plan kept by mail, first tasks done, perhaps a second check. */
export const makeBusiness = async (services: Services, city: CityEntry, business: SampleBusiness, index: number): Promise<void> => {
  const { lanes, now } = services
  const { assessmentId, key } = await startCheck(
    { services, city, client: { address: `sample-${index}` } },
    { idempotencyKey: newKey(), kind: business.kind, locale: 'de' },
  )
  const inCity = <T>(act: (tx: TenantTx) => Promise<T>) => lanes.withTenant(city.tenantId, act)
  const visitor = { asker: askerOf(null, key), pack: city.pack, now: now() }
  await inCity(tx => saveAnswers(tx, visitor, { assessmentId, key, answers: answersFor(catalogueOf(city), business, 0, now()) }))
  await inCity(tx => submitCheck(tx, visitor, { assessmentId, key }))
  const merchantId = await inCity(tx => register(tx, city, { business, index, assessmentId, keyHash: hashToken(key) }, now()))
  if (business.finished > 0) await inCity(tx => finishTasks(tx, city, business, index, merchantId, now()))
  if (business.again) await repeatCheck(services, city, business, index, merchantId)
}

type Registration = { business: SampleBusiness; index: number; assessmentId: AssessmentId; keyHash: string }

const ownerOf = (city: CityEntry, index: number) => sampleAddress(`laden${index + 1}`, city.slug)

const register = async (tx: TenantTx, city: CityEntry, { business, index, assessmentId, keyHash }: Registration, now: Date): Promise<MerchantId> => {
  const { districts, postcodes } = city.pack.city
  const place = { postcode: postcodes[index % postcodes.length] ?? '', districtId: districts[index % districts.length]?.id ?? null }
  const email = ownerOf(city, index)
  const pending = { assessmentId, keyHash, business: { name: business.name, ...place }, locale: 'de' as const, acceptedPrivacyAt: now.toISOString() }
  const merchantId = await completeRegistration(tx, city, email, pending, now)
  const person = await findPersonByEmail(tx, email)
  if (person) await markPerson(tx, person.id, 'Musterperson Betrieb')
  await markMerchant(tx, merchantId, business.trade)
  return merchantId
}

const identityOf = async (tx: TenantTx, city: CityEntry, index: number, now: Date): Promise<Identity> => {
  const person = await findPersonByEmail(tx, ownerOf(city, index))
  if (!person) throw new Error('a sample business without its person')
  return { personId: person.id as PersonId, email: person.email, displayName: null, memberships: await listMemberships(tx, person.id, now) }
}

const finishTasks = async (tx: TenantTx, city: CityEntry, business: SampleBusiness, index: number, merchantId: MerchantId, now: Date): Promise<void> => {
  const identity = await identityOf(tx, city, index, now)
  const context = { identity, catalogue: catalogueOf(city), now }
  const plan = await getPlan(tx, identity, merchantId)
  const open = (plan?.tasks ?? []).filter(task => task.state === 'open').slice(0, business.finished)
  for (const { id } of open) await finishTask(tx, context, id)
}

type TaskContext = { identity: Identity; catalogue: CheckCatalogue; now: Date }

const finishTask = async (tx: TenantTx, context: TaskContext, taskId: TaskId): Promise<void> => {
  await changeTask(tx, context, { taskId, change: { kind: 'start' }, idempotencyKey: newKey() })
  await addTextEvidence(tx, context, { taskId, body: 'Musternachweis: im Laden gezeigt und gemeinsam geprüft.', idempotencyKey: newKey() })
  await changeTask(tx, context, { taskId, change: { kind: 'finish' }, idempotencyKey: newKey() })
}

const repeatCheck = async (services: Services, city: CityEntry, business: SampleBusiness, index: number, merchantId: MerchantId): Promise<void> => {
  const { lanes, now } = services
  await lanes.withTenant(city.tenantId, async tx => {
    const identity = await identityOf(tx, city, index, now())
    const { assessmentId } = await startFollowUp({ tx, identity, services, city }, { merchantId, idempotencyKey: newKey() })
    const member = { asker: askerOf(identity, undefined), pack: city.pack, now: now() }
    await saveAnswers(tx, member, { assessmentId, answers: answersFor(catalogueOf(city), business, 1, now()) })
    await submitCheck(tx, member, { assessmentId })
  })
}
