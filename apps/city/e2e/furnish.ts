import { pino } from 'pino'
import { openDatabase, sessionSecret } from '../../server/src/database.ts'
import { readEnv } from '../../server/src/env.ts'
import { CityDirectory } from '../../server/src/features/city/city-directory.ts'
import { makeBusiness } from '../../server/src/sample/sample-business.ts'
import { sampleBusinesses } from '../../server/src/sample/sample-data.ts'
import { operatorLink } from '../../server/src/sample/sample.ts'
import type { Services } from '../../server/src/services.ts'
import { operatorVisits } from './product.types.ts'
import type { CityUnderTest, Product } from './product.types.ts'

/** Enough for a second page of the office's list. */
const wanted = 27

const env = readEnv(process.env)
const database = await openDatabase(env, message => console.error(message))
try {
  const { lanes, operatorLanes } = database
  const services: Services = { env, now: () => new Date(), lanes, operatorLanes, cities: new CityDirectory(lanes), secret: sessionSecret(env), log: pino({ level: 'silent' }) }
  const entries = (await services.cities.list()).slice(0, 2)
  for (let index = sampleBusinesses.length; index < wanted && entries[0]; index++) {
    await makeBusiness(services, entries[0], { name: `Musterladen ${index}`, trade: 'Muster', levels: [1, 1, 1, 1, 1], kind: 'quick', finished: 0, again: false }, index)
  }
  const cities: CityUnderTest[] = entries.map(({ slug, pack }) => ({
    slug,
    name: pack.name,
    programme: pack.programme,
    host: pack.hosts[0] ?? '',
    postcodes: pack.city.postcodes,
    districts: pack.city.districts.map(({ id, name, postcodes }) => ({ id, name, postcodes })),
  }))
  const tokens: [string, string][] = []
  for (const name of operatorVisits) tokens.push([name, (await operatorLink(services)).token])
  const found = { cities, operatorTokens: Object.fromEntries(tokens) as Product['operatorTokens'], consoleHost: env.CONSOLE_HOST } satisfies Partial<Product>
  process.stdout.write(JSON.stringify(found))
} finally {
  await database.close()
}
