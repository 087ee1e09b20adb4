import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import type { Identity } from '@digitallotsen/domain/identity/identity.schemas.ts'
import { ensureCan } from '@digitallotsen/domain/identity/roles.rules.ts'
import type { MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import { listViolations, placesOf, softRules } from '@digitallotsen/domain/matching/pair.rules.ts'
import type { MatchingProblem } from '@digitallotsen/domain/matching/matching.types.ts'
import { listParts, totalOf } from '@digitallotsen/domain/matching/points.rules.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { proposeGuide } from '../mentorship/assignment.service.ts'
import { ensureSignedIn, withIdentity } from '../session/session.service.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import { lockGuide } from './candidates.repository.ts'
import type { AssignInput, Explanation, KeptReasons, Proposal, WhatIfAnswer } from './matching.schemas.ts'
import { loadScene, type Scene } from './scene.service.ts'
import { solve } from './solver.ts'

export type Asking = { services: Pick<Services, 'lanes' | 'now'>; city: CityEntry; claims: SessionClaims | null }
export type OfficeDoer = { identity: Identity; city: CityEntry; origin: string; now: Date }

/** The state is read in a transaction that has ended before anything is computed. */
const readScene = ({ services, city, claims }: Asking): Promise<Scene> => {
  const now = services.now()
  const read = (tx: TenantTx, found: Identity | null): Promise<Scene> => {
    ensureCan(ensureSignedIn(found, claims), 'mentorship.match')
    return loadScene(tx, city.pack, now)
  }
  return withIdentity(services.lanes, city.tenantId, { claims, now }, read, { readOnly: true })
}

const namesIn = ({ catalogues, categories }: ResolvedPack, { guides, waiting }: MatchingProblem): Pick<Proposal, 'fields' | 'trades'> => {
  const used = new Set([...waiting.flatMap(({ trades }) => trades), ...guides.flatMap(({ conflicts }) => conflicts.flatMap(({ trade }) => trade ?? []))])
  return {
    fields: Object.values(catalogues)[0]?.fields.map(({ id, short }) => ({ id, name: short })) ?? [],
    trades: categories.filter(({ id }) => used.has(id)).map(({ id, label }) => ({ id, name: label.de })),
  }
}

export const propose = async (asking: Asking): Promise<Proposal> => {
  const { problem, state, names, wishes } = await readScene(asking)
  const { lines, served } = await solve<'propose'>(`propose ${state}`, { kind: 'propose', problem })
  const cases = new Map(problem.waiting.map(each => [each.id, each]))
  return {
    state,
    served,
    ...namesIn(asking.city.pack, problem),
    waiting: lines.flatMap(line => {
      const [each, wished] = [cases.get(line.mentorshipId), wishes.get(line.mentorshipId)]
      if (!each || !wished) return []
      const { merchantId, business, districtId, openFields, waitingSince } = each
      return [{ ...line, merchantId, business, districtId, openFields: [...openFields], waitingSince, wishes: wished }]
    }),
    guides: problem.guides
      .map(guide => ({ guideId: guide.id, name: names.get(guide.id) ?? '', places: placesOf(guide), capacity: guide.capacity, ready: guide.state === 'active' && guide.missing.length === 0 }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
  }
}

export const explain = async (asking: Asking, mentorshipId: MentorshipId): Promise<Explanation> => {
  const { problem, state } = await readScene(asking)
  if (!problem.waiting.some(({ id }) => id === mentorshipId)) throw new DomainError('mentorship.not_found')
  return { state, verdicts: await solve<'explain'>(`explain ${mentorshipId} ${state}`, { kind: 'explain', problem, mentorshipId }) }
}

export const askWhatIf = async (asking: Asking): Promise<WhatIfAnswer> => {
  const { problem, state } = await readScene(asking)
  return { state, ...(await solve<'whatIf'>(`whatIf ${state}`, { kind: 'whatIf', problem })) }
}

/**
 * Asks this guide, on what holds at this moment: a hard rule is nobody's to set aside, a soft one and another choice than the proposed one
 * need a reason, and what spoke for the pair is kept with it.
 */
export const assign = async (tx: TenantTx, doer: OfficeDoer, input: AssignInput): Promise<void> => {
  ensureCan(doer.identity, 'mentorship.match')
  await lockGuide(tx, input.guideId)
  const { problem } = await loadScene(tx, doer.city.pack, doer.now)
  const waiting = problem.waiting.find(({ id }) => id === input.mentorshipId)
  if (!waiting) throw new DomainError('mentorship.not_found')
  const guide = problem.guides.find(({ id }) => id === input.guideId)
  const isProposedKnown = input.proposedGuideId === null || problem.guides.some(({ id }) => id === input.proposedGuideId)
  if (!guide || !isProposedKnown) throw new DomainError('guide.not_found')
  const violations = listViolations(guide, waiting, problem)
  const hard = violations.filter(({ code }) => !softRules.has(code))
  if (hard.length > 0) throw new DomainError('matching.rule_broken', { rules: hard.map(({ code }) => code) })
  if (input.overrideReason === null && (violations.length > 0 || input.guideId !== input.proposedGuideId)) throw new DomainError('reason.required')
  const parts = listParts(guide, waiting, problem)
  const reasons: KeptReasons = { parts, total: totalOf(parts), violations, proposedGuideId: input.proposedGuideId, state: input.state }
  const { city, origin, now, identity } = doer
  await proposeGuide(tx, { mentorshipId: input.mentorshipId, guideId: input.guideId, by: identity.personId, reasons, overrideReason: input.overrideReason, now, city, origin })
}
