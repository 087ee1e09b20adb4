import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { normaliseEmail } from '@digitallotsen/domain/identity/email.rules.ts'
import type { ChallengeId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { sendNoAccountMail, sendSignInMail } from '../mail/identity.mails.ts'
import { ensureAllowed } from '../rate/rate.service.ts'
import { hashCode, hashToken, newCode, newToken } from '../session/token.ts'
import { insertChallenge } from './challenge.repository.ts'
import { findPersonByEmail } from './person.repository.ts'
import type { PendingRegistration } from './registration.schemas.ts'

export const codeMinutes = 15

export type ChallengeRequest = { email: string; locale: Locale; network: string; origin: string; pending: PendingRegistration | null }

/** Limits first, in transactions of their own; throws `rate.limited` or `email.invalid`. Returns the address as we keep it. */
export const ensureMayAsk = async (services: Services, city: CityEntry, email: string, network: string): Promise<string> => {
  const address = normaliseEmail(email)
  await ensureAllowed(services, city.tenantId, 'codeRequestByNetwork', network)
  await ensureAllowed(services, city.tenantId, 'codeRequestByEmail', address)
  return address
}

/**
 * Writes the challenge and its mail in this transaction. The answer is the same whether the address is known or not; the mail tells
 * the difference to the one who owns the mailbox, and to nobody else.
 */
export const startChallenge = async (tx: TenantTx, services: Services, city: CityEntry, request: ChallengeRequest): Promise<ChallengeId> => {
  const now = services.now()
  const [id, code, link] = [randomUUID(), newCode(), newToken()]
  const person = await findPersonByEmail(tx, request.email)
  const mayEnter = person !== undefined || request.pending !== null
  await insertChallenge(tx, {
    id,
    email: request.email,
    personId: person?.id ?? null,
    codeHash: hashCode(services.secret, id, code),
    linkHash: hashToken(link),
    expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    pending: request.pending,
  })
  const mail = { recipient: request.email, locale: request.locale, city, origin: request.origin, now }
  await (mayEnter ? sendSignInMail(tx, { ...mail, code, link, minutes: codeMinutes }) : sendNoAccountMail(tx, mail))
  return id as ChallengeId
}
