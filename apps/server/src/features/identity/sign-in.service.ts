import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { deviceLabel } from '@digitallotsen/domain/identity/device.rules.ts'
import type { Membership, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import { record } from '../audit/audit.service.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { sendNewDeviceMail, sendPlanKeptMail } from '../mail/identity.mails.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { listMemberships } from '../session/session.repository.ts'
import { isNewDevice, openSession } from '../session/session.service.ts'
import { hashCode, hashToken } from '../session/token.ts'
import { consumeChallenge, consumeLink, findChallengeEmail, takeAttempt, type Challenge } from './challenge.repository.ts'
import { findPersonByEmail, type Person } from './person.repository.ts'
import { completeRegistration, offeredLocale } from './registration.service.ts'

const attemptsPerCode = 5

export type SignedIn = { claims: SessionClaims; home: Role; merchantId: MerchantId | null }
export type Entry = { services: Services; city: CityEntry; origin: string; agent: string; network: string }

/** Where a person lands: the role with most to do first. */
const homes: readonly Role[] = ['office', 'guide', 'university', 'auditor', 'merchant']
const homeOf = (held: readonly Membership[]): Role => homes.find(role => held.some(membership => membership.role === role)) ?? 'merchant'

/** What was pending on this code: the business that now exists, told by mail too. */
const complete = async (tx: TenantTx, { services, city, origin }: Entry, { email, pending }: Challenge): Promise<MerchantId | undefined> => {
  if (!pending) return undefined
  const now = services.now()
  const merchantId = await completeRegistration(tx, city, email, pending, now)
  await sendPlanKeptMail(tx, { recipient: email, locale: pending.locale, city, origin, now, business: pending.business.name, merchantId })
  return merchantId
}

/** Told to the mailbox, which is the person's own, and to no device: the one that has just come may be somebody else's. */
const tellOfNewDevice = async (tx: TenantTx, { services, city, origin, agent }: Entry, person: Person): Promise<void> => {
  if (!(await isNewDevice(tx, person.id, agent))) return
  const now = services.now()
  const locale = offeredLocale(city, person.locale as Locale)
  await sendNewDeviceMail(tx, { recipient: person.email, locale, city, origin, now, device: deviceLabel(agent, locale), at: now })
}

const enter = async (tx: TenantTx, entry: Entry, challenge: Challenge): Promise<SignedIn> => {
  const { services, agent } = entry
  const now = services.now()
  const registered = await complete(tx, entry, challenge)
  const person = await findPersonByEmail(tx, challenge.email)
  if (!person) throw new DomainError('code.wrong')
  const held = await listMemberships(tx, person.id, now)
  const home = registered ? 'merchant' : homeOf(held)
  const merchantId = registered ?? held.find(membership => membership.role === 'merchant')?.merchantId ?? null
  await record(tx, { actorPersonId: person.id, actorRole: home, action: 'session.opened', entity: 'person', entityId: person.id, details: {}, at: now })
  await tellOfNewDevice(tx, entry, person)
  return { claims: await openSession(tx, person.id, agent, now), home, merchantId }
}

/**
 * Checks a code. Its attempts are taken in a transaction of their own, so a wrong one stays counted; a right one is spent in the
 * same transaction that opens the session and completes a registration.
 */
export const signInWithCode = async (entry: Entry, challengeId: string, code: string): Promise<SignedIn> => {
  const { services, city, network } = entry
  const now = services.now()
  await ensureAllowed(services, city.tenantId, 'codeTryByNetwork', network)
  const email = await services.lanes.withTenant(city.tenantId, tx => findChallengeEmail(tx, challengeId), { readOnly: true })
  await ensureAllowed(services, city.tenantId, 'codeTryByEmail', email ?? challengeId)
  const challenge = await services.lanes.withTenant(city.tenantId, tx => takeAttempt(tx, challengeId, attemptsPerCode, now))
  if (!challenge) throw new DomainError('code.expired')
  if (challenge.codeHash !== hashCode(services.secret, challengeId, code)) throw new DomainError('code.wrong')
  return services.lanes.withTenant(city.tenantId, async tx => {
    const spent = await consumeChallenge(tx, challengeId, now)
    if (!spent) throw new DomainError('code.expired')
    return enter(tx, entry, spent)
  })
}

export const signInWithLink = async (entry: Entry, token: string): Promise<SignedIn> => {
  const { services, city, network } = entry
  await ensureAllowed(services, city.tenantId, 'codeTryByNetwork', network)
  return services.lanes.withTenant(city.tenantId, async tx => {
    const spent = await consumeLink(tx, hashToken(token), services.now())
    if (!spent) throw new DomainError('link.invalid')
    return enter(tx, entry, spent)
  })
}
