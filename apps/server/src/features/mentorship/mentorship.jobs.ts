import * as z from 'zod/mini'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { tenantId } from '@digitallotsen/domain/ids.schemas.ts'
import { contactSince, daysWithoutContact, dueReminder } from '@digitallotsen/domain/mentorship/contact.rules.ts'
import type { Services } from '../../services.ts'
import { originOf } from '../mail/city-origin.ts'
import { writeMail } from '../mail/mail.service.ts'
import { getParticulars } from '../merchant/particulars.service.ts'
import { remindAfter } from './answer-time.rules.ts'
import { findCaseGuide, listUnanswered } from './assignment.repository.ts'
import { expireProposal, remindOfProposal } from './assignment.service.ts'
import { caseContactDueMail } from './mentorship.mail.ts'
import { insertCaseEvent, listActive, listEventsOfKind, lockMentorship } from './mentorship.repository.ts'
import type { CaseScope, Mentorship } from './mentorship.types.ts'
import { listOfficePeople } from './people.repository.ts'

const payload = z.object({ tenantId })

const watchProposals = async (tx: TenantTx, scope: CaseScope): Promise<{ expired: number; reminded: number }> => {
  const counts = { expired: 0, reminded: 0 }
  for (const { id, proposedAt, answerBy, remindedAt } of await listUnanswered(tx)) {
    if (answerBy && answerBy < scope.now) counts.expired += Number(await expireProposal(tx, scope, id))
    else if (answerBy && remindedAt === null && remindAfter(scope.city, proposedAt) < scope.now) counts.reminded += Number(await remindOfProposal(tx, scope, id, answerBy))
  }
  return counts
}

const remind = async (tx: TenantTx, { city, origin, now }: CaseScope, mentorship: Mentorship, taken: readonly number[]): Promise<boolean> => {
  const held = await lockMentorship(tx, mentorship.id)
  const step = held && dueReminder(held, taken, now)
  if (!held || !step) return false
  const guide = held.guideId === null ? undefined : await findCaseGuide(tx, held.guideId)
  const people = step.whom === 'office' ? await listOfficePeople(tx, now) : guide ? [guide.personId] : []
  const { name } = await getParticulars(tx, held.merchantId)
  const input = { business: name, days: daysWithoutContact(held, now), mentorshipId: held.id, whom: step.whom }
  for (const personId of people) await writeMail(tx, caseContactDueMail, { to: { personId }, city, origin, now, input })
  await insertCaseEvent(tx, { mentorshipId: held.id, kind: 'contact.reminded', actor: { personId: null, role: 'system' }, details: { days: step.days, whom: step.whom }, now })
  return true
}

const watchContact = async (tx: TenantTx, scope: CaseScope): Promise<number> => {
  const active = await listActive(tx)
  const told = await listEventsOfKind(tx, active.map(({ id }) => id), 'contact.reminded')
  let reminded = 0
  for (const mentorship of active) {
    const since = contactSince(mentorship)
    const taken = told.filter(({ mentorshipId, at }) => mentorshipId === mentorship.id && at > since).map(({ details }) => Number(details['days']))
    reminded += Number(await remind(tx, scope, mentorship, taken))
  }
  return reminded
}

export type Watched = { expired: number; reminded: number; contacts: number }

/** Once a day: unanswered proposals are reminded of and taken back, and long silence is told; each step once. */
export const watchCases = async (tx: TenantTx, scope: CaseScope): Promise<Watched> => ({ ...(await watchProposals(tx, scope)), contacts: await watchContact(tx, scope) })

export const watchCasesJob = async (services: Services, given: unknown): Promise<void> => {
  const { tenantId: id } = payload.parse(given)
  const city = (await services.cities.list()).find(each => each.tenantId === id)
  if (!city) return
  await services.lanes.withTenant(id, tx => watchCases(tx, { city, origin: originOf(services.env, city), now: services.now() }))
}
