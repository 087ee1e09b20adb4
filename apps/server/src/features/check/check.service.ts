import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { compareResults } from '@digitallotsen/domain/check/comparison.rules.ts'
import type { TimedAnswer } from '@digitallotsen/domain/check/answer.schemas.ts'
import { rankMeasures } from '@digitallotsen/domain/check/ranking.rules.ts'
import { scoreCheck } from '@digitallotsen/domain/check/scoring.rules.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { AssessmentId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { record } from '../audit/audit.service.ts'
import { setLatestCheck } from '../merchant/merchant.service.ts'
import { createPlan } from '../plan/plan.service.ts'
import type { Asker } from './access.rules.ts'
import { listAnswers, saveLater, type StoredAnswer } from './answers.repository.ts'
import { catalogueOf, getReadable, getWritable } from './check-access.service.ts'
import { findAssessment, findBefore, setClaimed, setPosition, setSubmitted, lockAssessment, type Assessment, type Outcome } from './check.repository.ts'
import { keepMeasured, listMeasured } from './measured.service.ts'
import type { OpenCheck, OpenInput, Saved, SaveInput, SubmittedCheck } from './check.schemas.ts'
import { ensureAnswerable, partRest, toStorable } from './saving.rules.ts'

type Context = { asker: Asker; pack: ResolvedPack; now: Date }

const toTimed = ({ answeredAt, ...answer }: StoredAnswer): TimedAnswer => ({ ...answer, answeredAt: answeredAt.toISOString() })

export const getCheck = async (tx: TenantTx, asker: Asker, { assessmentId }: OpenInput): Promise<OpenCheck> => {
  const { assessment } = await getReadable(tx, asker, assessmentId)
  const { id, kind, moment, state, merchantId, position } = assessment
  return { id, kind, moment, state, merchantId, position, answers: (await listAnswers(tx, id)).map(toTimed) }
}

/** Keeps of each item the answer given last, whichever device it came from; what was given later elsewhere comes back as stale. */
export const saveAnswers = async (tx: TenantTx, { asker, pack, now }: Context, input: SaveInput): Promise<Saved> => {
  const assessment = await getWritable(tx, asker, input.assessmentId)
  if (assessment.state === 'submitted') throw new DomainError('assessment.already_submitted')
  ensureAnswerable(await catalogueOf(tx, pack, assessment), assessment.kind, input.answers)
  const given = toStorable(input.answers, now)
  const written = await saveLater(tx, assessment.id, given, now)
  if (input.position !== undefined) await setPosition(tx, assessment.id, input.position)
  if (written.length === given.length) return { saved: written, stale: [] }
  const { repeated, stale } = partRest(given, written, await listAnswers(tx, assessment.id))
  return { saved: [...written, ...repeated], stale: stale.map(toTimed) }
}

const settle = async (tx: TenantTx, pack: ResolvedPack, assessment: Assessment, { outcome, merchantId, now }: { outcome: Outcome; merchantId: MerchantId; now: Date }) => {
  const { id } = assessment
  await keepMeasured(tx, merchantId, id, now)
  await setLatestCheck(tx, merchantId, { assessmentId: id, result: outcome.result, checkedAt: assessment.submittedAt ?? now })
  await createPlan(tx, { merchantId, assessmentId: id, catalogue: await catalogueOf(tx, pack, assessment), ranking: outcome.ranking, now })
}

const evaluate = async (tx: TenantTx, { asker, pack, now }: Context, assessment: Assessment): Promise<Outcome> => {
  const answers = (await listAnswers(tx, assessment.id)).map(({ itemId, value, relevance }) => ({ itemId, value, relevance }))
  const catalogue = await catalogueOf(tx, pack, assessment)
  const result = scoreCheck(catalogue, assessment.kind, answers)
  if (!result.fields.some(field => field.answered > 0)) throw new DomainError('assessment.nothing_answered')
  const outcome = { result, ranking: rankMeasures(catalogue, answers) }
  await setSubmitted(tx, assessment.id, outcome, now)
  const { id, kind, moment, merchantId } = assessment
  const actor = merchantId === null ? null : (asker.identity?.personId ?? null)
  await record(tx, {
    actorPersonId: actor, actorRole: actor ? 'merchant' : 'visitor', action: 'assessment.submitted', entity: 'assessment', entityId: id,
    details: { kind, moment, merchantId }, at: now,
  })
  if (merchantId !== null) await settle(tx, pack, assessment, { outcome, merchantId, now })
  return outcome
}

/** Reckons the result once; a repeat gets the one that was kept. A check of a business also renews its summary and its plan. */
export const submitCheck = async (tx: TenantTx, context: Context, { assessmentId }: OpenInput): Promise<Outcome> => {
  const assessment = await lockAssessment(tx, assessmentId)
  if (assessment?.state === 'submitted') {
    const { assessment: readable } = await getReadable(tx, context.asker, assessmentId)
    if (readable.outcome) return readable.outcome
  }
  return evaluate(tx, context, await getWritable(tx, context.asker, assessmentId))
}

const submittedOutcome = ({ outcome, submittedAt }: Assessment): { outcome: Outcome; submittedAt: Date } => {
  if (outcome === null || submittedAt === null) throw new DomainError('assessment.not_submitted')
  return { outcome, submittedAt }
}

export const getResult = async (tx: TenantTx, asker: Asker, { assessmentId }: OpenInput): Promise<SubmittedCheck> => {
  const { assessment, access } = await getReadable(tx, asker, assessmentId)
  const { outcome, submittedAt } = submittedOutcome(assessment)
  const before = access === 'key' ? undefined : (await findBefore(tx, assessment))?.result
  const { id, kind, moment, merchantId } = assessment
  const answers = (await listAnswers(tx, id)).map(({ itemId, value, relevance }) => ({ itemId, value, relevance }))
  return {
    id, kind, moment, submittedAt: submittedAt.toISOString(), merchantId, ...outcome,
    comparison: before ? compareResults(before, outcome.result) : null, before: before ?? null, answers, measured: await listMeasured(tx, id),
  }
}

type Claim = { assessmentId: string; keyHash: string }

const ensureClaimable = (assessment: Assessment | undefined, keyHash: string): Assessment => {
  if (!assessment || assessment.keyHash === null || assessment.keyHash !== keyHash) throw new DomainError('assessment.not_found')
  if (assessment.state !== 'submitted') throw new DomainError('assessment.not_submitted')
  if (assessment.claimedAt !== null || assessment.merchantId !== null) throw new DomainError('assessment.already_claimed')
  return assessment
}

/** Passes where this check may still be given to a business by whoever holds the key. */
export const ensureKeepable = async (tx: TenantTx, { assessmentId, keyHash }: Claim): Promise<AssessmentId> =>
  ensureClaimable(await findAssessment(tx, assessmentId), keyHash).id

/** Gives a submitted check to a business, once and for all, and makes the plan it asks for. */
export const claimAssessment = async (tx: TenantTx, claim: Claim & { pack: ResolvedPack; merchantId: MerchantId; now: Date }): Promise<void> => {
  const { pack, merchantId, now } = claim
  const assessment = ensureClaimable(await lockAssessment(tx, claim.assessmentId), claim.keyHash)
  if (!(await setClaimed(tx, assessment.id, merchantId, now))) throw new DomainError('assessment.already_claimed')
  await settle(tx, pack, assessment, { outcome: submittedOutcome(assessment).outcome, merchantId, now })
  await record(tx, {
    actorPersonId: null, actorRole: 'visitor', action: 'assessment.claimed', entity: 'assessment', entityId: assessment.id, details: { merchantId }, at: now,
  })
}

/** What a check came to; undefined while it is open. Asks for no right: the caller has. */
export const findOutcome = async (tx: TenantTx, assessmentId: string): Promise<Outcome | undefined> =>
  (await findAssessment(tx, assessmentId))?.outcome ?? undefined
