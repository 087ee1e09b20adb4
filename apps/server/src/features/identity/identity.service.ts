import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { Device, Identity, Role } from '@digitallotsen/domain/identity/identity.schemas.ts'
import type { ChallengeId, MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { SessionClaims } from '../session/session.types.ts'
import type { Services } from '../../services.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { devicesOf, endDevice, findIdentity, turnSession } from '../session/session.service.ts'
import { ensureMayAsk, startChallenge } from './challenge.service.ts'
import { offeredLocale } from './registration.service.ts'
import { signInWithCode, signInWithLink, type SignedIn } from './sign-in.service.ts'

/** What the door of a city knows of a request before anybody has signed in. */
export type Visit = {
  services: Services
  city: CityEntry
  host: { name: string }
  origin: string
  claims: SessionClaims | null
  client: { address: string; agent: string }
  cookie: { set(claims: SessionClaims): void; clear(): void }
}
export type Home = { home: Role; merchantId: MerchantId | null }

export const askForCode = async (visit: Visit, input: { email: string; locale: Locale }): Promise<{ challengeId: ChallengeId }> => {
  const { services, city, client } = visit
  const email = await ensureMayAsk(services, city, input.email, client.address)
  const request = { email, locale: offeredLocale(city, input.locale), network: client.address, origin: visit.origin, pending: null }
  return { challengeId: await services.lanes.withTenant(city.tenantId, tx => startChallenge(tx, services, city, request)) }
}

const entryOf = ({ services, city, origin, client }: Visit) => ({ services, city, origin, agent: client.agent, network: client.address })

const welcome = (visit: Visit, { claims, home, merchantId }: SignedIn): Home => {
  visit.cookie.set(claims)
  return { home, merchantId }
}

export const enterWithCode = async (visit: Visit, input: { challengeId: string; code: string }): Promise<Home> =>
  welcome(visit, await signInWithCode(entryOf(visit), input.challengeId, input.code))

export const enterWithLink = async (visit: Visit, input: { token: string }): Promise<Home> =>
  welcome(visit, await signInWithLink(entryOf(visit), input.token))

export const refresh = async ({ services, city, claims, cookie }: Visit): Promise<{ signedIn: boolean }> => {
  if (!claims) return { signedIn: false }
  const turned = await services.lanes.withTenant(city.tenantId, tx => turnSession(tx, claims, services.now()))
  if (turned === 'ended') cookie.clear()
  else if (turned) cookie.set(turned)
  return { signedIn: turned !== 'ended' }
}

type Member = { tx: TenantTx; identity: Identity; claims: SessionClaims | null; services: Services; cookie: Visit['cookie'] }

export const listOwnDevices = ({ tx, identity, claims, services }: Member): Promise<Device[]> =>
  devicesOf(tx, identity, claims?.sid ?? '', services.now())

export const endOwnDevice = async ({ tx, identity, services }: Member, sessionId: string): Promise<{ ended: true }> => {
  await endDevice(tx, identity, sessionId, services.now())
  return { ended: true }
}

/** Ends the session on the server and forgets the cookie; signing out twice is no error. */
export const signOut = async ({ services, city, claims, cookie }: Visit): Promise<{ ended: true }> => {
  await services.lanes.withTenant(city.tenantId, async tx => {
    const identity = await findIdentity(tx, claims, services.now())
    if (identity && claims) await endDevice(tx, identity, claims.sid, services.now())
  })
  cookie.clear()
  return { ended: true }
}
