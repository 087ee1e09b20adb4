import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLanes, type Lanes } from '@digitallotsen/db/lanes.ts'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { bookByLooking, dropWall, raceForSlots } from './booking-race.ts'

let db: TestDatabase
let place: TestCity
let lanes: Lanes[]
beforeAll(async () => {
  db = await createTestDatabase()
  place = await openTestCity(db)
  lanes = [0, 1].map(() => createLanes({ connection: db.connections.app, max: 8, acquireMs: 20_000, statementTimeoutMs: 20_000 }))
})
afterAll(async () => {
  await Promise.all(lanes.map(lane => lane.end(0)))
  await db.close()
})

const race = (seed: number, book?: typeof bookByLooking) =>
  raceForSlots({ lanes, admin: db.admin, city: place.city, now: place.services.now() }, place.city.tenantId, seed, book)

describe('400 businesses that ask at once for eight times of one guide', () => {
  it.each([1, 2])('get exactly eight, with seed %i', { timeout: 60_000 }, async seed => {
    expect(await race(seed)).toMatchObject({ asked: 400, booked: 8, refused: 392, failed: 0, overlaps: 0 })
  })

  it('get more where one looks first and then books, without the constraint', { timeout: 60_000 }, async () => {
    await dropWall(db.admin)
    const { booked, overlaps } = await race(3, bookByLooking)
    expect(booked).toBeGreaterThan(8)
    expect(overlaps).toBeGreaterThan(0)
  })
})
