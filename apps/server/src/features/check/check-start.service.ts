import { createHmac, randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CheckKind } from '@digitallotsen/domain/check/answer.schemas.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { can } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { AssessmentId } from '@digitallotsen/domain/ids.schemas.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import { once } from '../../trpc/idempotency.ts'
import { record } from '../audit/audit.service.ts'
import { catalogueIn } from '../city/catalogue.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { ensureActiveMerchant } from '../merchant/merchant.service.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { findIdentity } from '../session/session.service.ts'
import { hashToken } from '../session/token.ts'
import { copyAnswers } from './answers.repository.ts'
import { askerOf, catalogueOf, getReadable } from './check-access.service.ts'
import { findOpenOf, insertAssessment, listSubmittedOf, type NewAssessment, type Submitted } from './check.repository.ts'
import type { ExtendInput, FollowUpInput, StartInput, Started } from './check.schemas.ts'
import { followUpKind, nextMoment } from './follow-up.rules.ts'
import { findOffered, isOffered } from './offer.rules.ts'

export type Start = { services: Services; city: CityEntry; client: { address: string }; claims: SessionClaims | null }

/**
 * The key of a check. Made from its random id by the server's secret and not by chance, so that a repeated start hands out the same
 * key although the database knows only its hash.
 */
export const checkKeyOf = (secret: string, tenantId: string, assessmentId: string): string =>
  createHmac('sha256', secret).update(`check-key:${tenantId}:${assessmentId}`).digest('base64url')

type Draft = Pick<NewAssessment, 'kind' | 'moment' | 'locale' | 'merchantId'> & Partial<Pick<NewAssessment, 'edition' | 'packRevision' | 'frameworkVersion'>>

/** A check of a business is opened by its people alone, so its key is kept nowhere. */
const begin = async (tx: TenantTx, secret: string, city: CityEntry, draft: Draft): Promise<AssessmentId> => {
  const id = randomUUID()
  const keyHash = draft.merchantId === null ? hashToken(checkKeyOf(secret, tx.tenantId, id)) : null
  const { edition } = catalogueIn(city.pack, 'de')
  await insertAssessment(tx, {
    id, keyHash, perspective: 'self', edition, packRevision: city.revision, frameworkVersion: city.pack.frameworkVersion, ...draft,
  })
  return id as AssessmentId
}

const ensureOffered = ({ pack }: CityEntry, kind: CheckKind): void => {
  if (!isOffered(pack, kind)) throw new DomainError('assessment.not_offered')
}

export const startCheck = async ({ services, city, client }: Omit<Start, 'claims'>, { idempotencyKey: key, kind, locale }: StartInput): Promise<Started> => {
  ensureOffered(city, kind)
  await ensureAllowed(services, city.tenantId, 'assessmentStartByNetwork', client.address)
  const { assessmentId } = await services.lanes.withTenant(city.tenantId, tx =>
    once(tx, { key, procedure: 'check.start', subject: 'visitor' }, async () => ({
      assessmentId: await begin(tx, services.secret, city, { kind, moment: 'T0', locale, merchantId: null }),
    })),
  )
  return { assessmentId, key: checkKeyOf(services.secret, city.tenantId, assessmentId) }
}

const extend = async (tx: TenantTx, { services, city, claims }: Start, input: ExtendInput): Promise<AssessmentId> => {
  const identity = await findIdentity(tx, claims, services.now())
  const { assessment, access } = await getReadable(tx, askerOf(identity, input.key), input.assessmentId)
  const isAllowed = assessment.merchantId === null ? access === 'key' : access === 'member'
  if (!isAllowed || assessment.kind !== 'quick') throw new DomainError('assessment.not_found')
  const { id } = assessment
  const { assessmentId } = await once(tx, { key: input.idempotencyKey, procedure: 'check.extend', subject: id }, async () => {
    const { edition } = await catalogueOf(tx, city.pack, assessment)
    const { merchantId, moment, locale, packRevision, frameworkVersion } = assessment
    const fullId = await begin(tx, services.secret, city, { kind: 'full', moment, locale, merchantId, edition, packRevision, frameworkVersion })
    await copyAnswers(tx, id, fullId)
    return { assessmentId: fullId }
  })
  return assessmentId
}

/** A full check that begins with the answers of the quick one, which stays as it is. */
export const extendCheck = async (start: Start, input: ExtendInput): Promise<Started> => {
  const { services, city, client } = start
  ensureOffered(city, 'full')
  await ensureAllowed(services, city.tenantId, 'assessmentStartByNetwork', client.address)
  const assessmentId = await services.lanes.withTenant(city.tenantId, tx => extend(tx, start, input))
  return { assessmentId, key: checkKeyOf(services.secret, city.tenantId, assessmentId) }
}

type Member = { tx: TenantTx; identity: Identity; services: Services; city: CityEntry }

/** Like is compared with like, so a kind that was begun goes on although the city has ceased to offer it; a first check is one that it offers. */
const kindOfNext = ({ pack }: CityEntry, submitted: readonly Submitted[]): CheckKind => {
  const wanted = followUpKind(submitted)
  const kind = submitted.length > 0 ? wanted : findOffered(pack, wanted)
  if (!kind) throw new DomainError('assessment.not_offered')
  return kind
}

/** The check after the first; where one is open already, that one goes on. */
export const startFollowUp = async ({ tx, identity, services, city }: Member, { merchantId, idempotencyKey: key }: FollowUpInput): Promise<{ assessmentId: AssessmentId }> => {
  if (!can(identity, 'assessment.start_own', { merchantId })) throw new DomainError('merchant.not_found')
  await ensureActiveMerchant(tx, merchantId)
  return once(tx, { key, procedure: 'check.startFollowUp', subject: identity.personId }, async () => {
    const open = await findOpenOf(tx, merchantId)
    if (open) return { assessmentId: open }
    const submitted = await listSubmittedOf(tx, merchantId)
    const draft = { kind: kindOfNext(city, submitted), moment: nextMoment(submitted), locale: 'de', merchantId }
    const assessmentId = await begin(tx, services.secret, city, draft)
    await record(tx, {
      actorPersonId: identity.personId, actorRole: 'merchant', action: 'assessment.started', entity: 'assessment', entityId: assessmentId,
      details: { merchantId, moment: draft.moment, kind: draft.kind }, at: services.now(),
    })
    return { assessmentId }
  })
}
