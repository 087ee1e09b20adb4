import { createHmac, timingSafeEqual } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { findGuideIdOf } from '../mentorship/mentorship.service.ts'
import { findFeed, findFeedOf, renewFeedOf, type Feed } from './feed.repository.ts'
import { findActor, getOwnGuideId, type Asking, type VisitScope } from './visit-access.service.ts'
import { writeVisitFeed } from './visit-calendar.rules.ts'
import { listKnownMerchants } from './visit-case.repository.ts'
import { sceneOf } from './visit-letters.service.ts'
import { listBetween } from './visit.repository.ts'

const dayMs = 86_400_000
const backDays = 90
const aheadDays = 200
const idBytes = 16
const sealBytes = 24

const sealOf = (secret: string, tenantId: string, { id, version }: Pick<Feed, 'id' | 'version'>): Buffer =>
  createHmac('sha256', secret).update(`calendar-feed:${tenantId}:${id}:${version}`).digest().subarray(0, sealBytes)

/** The id and its seal; the address stands nowhere, another version ends it. */
export const feedToken = (secret: string, tenantId: string, feed: Pick<Feed, 'id' | 'version'>): string =>
  Buffer.concat([Buffer.from(feed.id.replaceAll('-', ''), 'hex'), sealOf(secret, tenantId, feed)]).toString('base64url')

const readToken = (token: string): { id: string; seal: Buffer } | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + sealBytes || bytes.toString('base64url') !== token) return undefined
  const id = bytes.subarray(0, idBytes).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { id, seal: bytes.subarray(idBytes) }
}

export type FeedAddress = { path: string }

const pathOf = (secret: string, tx: TenantTx, feed: Feed): FeedAddress => ({ path: `/kalender/${feedToken(secret, tx.tenantId, feed)}.ics` })

const ensureOwner = async (tx: TenantTx, asking: Asking, merchantId: string | null): Promise<void> => {
  if (merchantId === null) await getOwnGuideId(tx, asking)
  else if (findActor(asking.identity, merchantId) !== 'merchant') throw new DomainError('merchant.not_found')
}

/** Where one's own calendar is subscribed to; null before it was asked for. */
export const readFeedAddress = async (tx: TenantTx, asking: Asking & { secret: string }, merchantId: string | null): Promise<FeedAddress | null> => {
  await ensureOwner(tx, asking, merchantId)
  const feed = await findFeedOf(tx, { personId: asking.identity.personId, merchantId })
  return feed ? pathOf(asking.secret, tx, feed) : null
}

/** Makes the address, or another one in its place: whoever had the old one reads nothing more. */
export const renewFeedAddress = async (tx: TenantTx, asking: Asking & { secret: string }, merchantId: string | null): Promise<FeedAddress> => {
  await ensureOwner(tx, asking, merchantId)
  return pathOf(asking.secret, tx, await renewFeedOf(tx, { personId: asking.identity.personId, merchantId }, asking.now))
}

const listFor = async (tx: TenantTx, { personId, merchantId }: Feed, now: Date) => {
  const span = { from: new Date(now.getTime() - backDays * dayMs), to: new Date(now.getTime() + aheadDays * dayMs) }
  const known = await listKnownMerchants(tx, personId, merchantId === null ? ['guide', 'ex-guide'] : ['merchant'], now)
  if (merchantId !== null) return known.has(merchantId) ? listBetween(tx, { merchantId }, span) : undefined
  const guideId = await findGuideIdOf(tx, personId)
  if (guideId === undefined) return undefined
  return (await listBetween(tx, { guideId }, span)).filter(visit => known.has(visit.merchantId))
}

/** The calendar behind an address; undefined where there is none, or its owner no longer may: which of it is not told. */
export const readFeed = async (tx: TenantTx, scope: VisitScope & { secret: string }, token: string): Promise<string | undefined> => {
  const given = readToken(token)
  const feed = given && (await findFeed(tx, given.id))
  if (!given || !feed || !timingSafeEqual(sealOf(scope.secret, tx.tenantId, feed), given.seal)) return undefined
  const visits = await listFor(tx, feed, scope.now)
  if (!visits) return undefined
  const page = (merchantId: string, mentorshipId: string) => scope.origin + (feed.merchantId === null ? `/lotse/faelle/${mentorshipId}` : `/mein-betrieb/${merchantId}/begleitung`)
  const shown = visits.filter(({ agreed, state }) => agreed !== null && state !== 'proposed')
  return writeVisitFeed(`Termine – ${scope.city.pack.programme}`, shown.map(visit => ({ visit, page: page(visit.merchantId, visit.mentorshipId) })), sceneOf(scope))
}
