import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rateLimits } from '@digitallotsen/domain/identity/rate.rules.ts'
import { createTestDatabase } from '@digitallotsen/testing/postgres.ts'
import { openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { ensureAllowed } from './rate.service.ts'

let place: TestCity
beforeAll(async () => {
  place = await openTestCity(await createTestDatabase())
})
afterAll(() => place.db.close())

const attempt = (name: 'websiteQuickByNetwork' | 'websiteQuickByHost', subject: string) => ensureAllowed(place.services, place.city.tenantId, name, subject)
const exhaust = async (name: Parameters<typeof attempt>[0], subject: (n: number) => string) => {
  for (let n = 0; n < rateLimits[name].attempts; n++) await attempt(name, subject(n))
}

describe('attempts', () => {
  it('by network are counted together for all addresses of one line with IPv6, and apart for the neighbour’s', async () => {
    await exhaust('websiteQuickByNetwork', n => `2001:db8:1:2::${n + 1}`)
    await expect(attempt('websiteQuickByNetwork', '2001:db8:1:2:ffff::1')).rejects.toMatchObject({ code: 'rate.limited' })
    await attempt('websiteQuickByNetwork', '2001:db8:1:3::1')
  })

  it('by network are counted for each address of IPv4', async () => {
    await exhaust('websiteQuickByNetwork', () => '192.0.2.1')
    await expect(attempt('websiteQuickByNetwork', '::ffff:192.0.2.1')).rejects.toMatchObject({ code: 'rate.limited' })
    await attempt('websiteQuickByNetwork', '192.0.2.2')
  })

  it('by something else are counted for what was given', async () => {
    await exhaust('websiteQuickByHost', () => '[2001:db8::1]')
    await attempt('websiteQuickByHost', '[2001:db8::2]')
  })
})
