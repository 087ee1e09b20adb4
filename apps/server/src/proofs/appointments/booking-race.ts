import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Query } from '@digitallotsen/db/admin-session.ts'
import type { Lanes, TenantTx } from '@digitallotsen/db/lanes.ts'
import { createChance } from '@digitallotsen/db/proofs/seeded.ts'
import { DomainError, isRetryable } from '@digitallotsen/domain/errors.ts'
import type { MerchantId, PersonId } from '@digitallotsen/domain/ids.schemas.ts'
import type { CityEntry } from '../../features/city/city-directory.ts'
import { changeVisit, confirmVisit } from '../../features/visit/visit.service.ts'
import { toDomainError } from '../../trpc/error-map.ts'
import { createBookingScene, type BookingScene } from './booking-scene.ts'

export type RaceFigures = {
  asked: number
  booked: number
  /** Told that the time has just been taken. */
  refused: number
  /** Came to nothing for another reason; must be none. */
  failed: number
  /** Pairs of confirmed visits of the guide that overlap; must be none. */
  overlaps: number
  /** Repeats after a deadlock or a full house, which the client may make by itself. */
  repeats: number
}

/** Sessions of PostgreSQL at once: several servers of the product, each with its own. */
export type RaceGround = { lanes: readonly Lanes[]; admin: Query; city: CityEntry; now: Date }
type Booking = BookingScene['bookings'][number] & { startsAt: string }
type Book = (ground: RaceGround, tx: TenantTx, booking: Booking) => Promise<void>

const businesses = 400
const slots = 8
const mostTries = 40

/** What the merchant's button does. */
export const bookByProduct: Book = async ({ city, now }, tx, { visitId, merchantId, personId, startsAt }) => {
  const membership = { role: 'merchant' as const, merchantId: merchantId as MerchantId, merchantName: null, position: 'owner' as const, universityId: null }
  const identity = { personId: personId as PersonId, email: '', displayName: null, memberships: [membership] }
  await changeVisit(tx, { identity, city, now, origin: 'http://musterstadt.localhost' }, visitId, (inner, doer, visit) => confirmVisit(inner, doer, visit, startsAt))
}

/** What one writes without thinking: looks whether the time is free, and takes it. */
export const bookByLooking: Book = async (_ground, tx, { visitId, startsAt }) => {
  const taken = await tx.execute(sql`select 1 from visits v join visits mine on mine.id = ${visitId} and mine.guide_id = v.guide_id where v.state = 'confirmed' and v.starts_at = ${startsAt}::timestamptz`)
  if (taken.length > 0) throw new DomainError('visit.slot_taken')
  await tx.execute(sql`update visits v set state = 'confirmed', starts_at = s.starts_at, ends_at = s.ends_at, starts_local = s.starts_local, minutes = s.minutes
    from visit_slots s where v.id = ${visitId} and s.visit_id = v.id and s.starts_at = ${startsAt}::timestamptz`)
}

const attempt = async (ground: RaceGround, tenantId: string, lane: Lanes, booking: Booking, book: Book): Promise<{ outcome: 'booked' | 'refused' | 'failed'; tries: number }> => {
  for (let tries = 0; tries < mostTries; tries++) {
    try {
      await lane.withTenant(tenantId, tx => book(ground, tx, booking))
      return { outcome: 'booked', tries }
    } catch (error) {
      const { code } = toDomainError(error)
      if (code === 'visit.slot_taken') return { outcome: 'refused', tries }
      if (!isRetryable(code)) return { outcome: 'failed', tries }
      await pause(20 + tries * 10)
    }
  }
  return { outcome: 'failed', tries: mostTries }
}

/** 400 businesses ask for one of eight times of one guide, all at once; who gets which is left to the seed and to chance. */
export const raceForSlots = async (ground: RaceGround, tenantId: string, seed: number, book: Book = bookByProduct): Promise<RaceFigures> => {
  const scene = await createBookingScene(ground.admin, tenantId, { now: ground.now, businesses, slots })
  const chance = createChance(seed)
  const bookings = scene.bookings.map((booking, n) => ({ ...booking, startsAt: scene.times[n < slots ? n : chance.below(slots)] ?? '' })).toSorted(() => chance.next() - 0.5)
  const outcomes = await Promise.all(bookings.map((booking, n) => attempt(ground, tenantId, ground.lanes[n % ground.lanes.length] as Lanes, booking, book)))
  const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length
  const [row] = await ground.admin(
    `select count(*)::int as overlaps from visits a join visits b on a.tenant_id = b.tenant_id and a.guide_id = b.guide_id and a.id < b.id and a.slot && b.slot
      where a.guide_id = $1 and a.state = 'confirmed' and b.state = 'confirmed'`, [scene.guideId])
  return {
    asked: outcomes.length, booked: count('booked'), refused: count('refused'), failed: count('failed'),
    overlaps: Number(row?.['overlaps']), repeats: outcomes.reduce((sum, { tries }) => sum + tries, 0),
  }
}

export const holds = ({ asked, booked, refused, failed, overlaps }: RaceFigures): boolean =>
  booked === slots && refused === asked - slots && failed === 0 && overlaps === 0

/** Takes the two constraints away: for the control, on a database that is thrown away. */
export const dropWall = async (admin: Query): Promise<void> => {
  for (const name of ['visits_guide_free', 'visits_merchant_free']) await admin(`alter table visits drop constraint ${name}`)
}
