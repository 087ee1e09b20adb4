import { randomUUID } from 'node:crypto'
import type { TenantTx } from '@digitallotsen/db/lanes.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { insertChallenge } from '../features/identity/challenge.repository.ts'
import { ensurePerson } from '../features/identity/person.repository.ts'
import { createOperator, createOperatorLink } from '../features/operator/operator.service.ts'
import { hashToken, newToken } from '../features/session/token.ts'
import type { Services } from '../services.ts'
import { makeBusiness } from './sample-business.ts'
import { furnishListings } from './sample-listings.ts'
import { furnishMentorships } from './sample-mentorships.ts'
import { sampleAddress, sampleBusinesses, samplePeople } from './sample-data.ts'
import { deleteSample, grantRole, listSampleAccounts, markCity, markPerson, type SampleAccount } from './sample.repository.ts'

export type SampleLink = { who: string; host: string; token: string }

const linkHours = 24
const operatorEmail = 'betreiber@konsole.example'
const titles: Record<SampleAccount['role'], string> = {
  merchant: 'Betrieb', office: 'Wirtschaftsförderung', guide: 'Digitallotse', 'ex-guide': 'Frühere Begleitung', university: 'Hochschule', auditor: 'Prüfung',
}

/** Fills a city that has nobody yet with invented people and businesses; every one of them is marked, and the city says so on its pages. */
export const furnishCity = async (services: Services, city: CityEntry): Promise<void> => {
  if (city.sample) return
  await services.lanes.withTenant(city.tenantId, async tx => {
    for (const { name, mailbox, role } of samplePeople) {
      const person = await ensurePerson(tx, sampleAddress(mailbox, city.slug), 'de')
      await markPerson(tx, person.id, name)
      await grantRole(tx, person.id, role)
    }
  })
  for (const [index, business] of sampleBusinesses.entries()) await makeBusiness(services, city, business, index)
  await furnishListings(services, city)
  await furnishMentorships(services, city)
  await services.operatorLanes.withoutTenant(tx => markCity(tx, city.tenantId, true))
}

const makeLink = async (tx: TenantTx, account: SampleAccount, now: Date): Promise<string> => {
  const token = newToken()
  await insertChallenge(tx, {
    id: randomUUID(),
    email: account.email,
    personId: account.personId,
    codeHash: hashToken(newToken()),
    linkHash: hashToken(token),
    expiresAt: new Date(now.getTime() + linkHours * 3_600_000),
    pending: null,
  })
  return token
}

/** One sign-in link per role of a city: the first business, and each of the others. Valid once, for a day. */
export const linksOf = async (services: Services, city: CityEntry): Promise<SampleLink[]> =>
  services.lanes.withTenant(city.tenantId, async tx => {
    const accounts = await listSampleAccounts(tx)
    const firstOfRole = accounts.filter((account, i) => accounts.findIndex(other => other.role === account.role) === i)
    const links: SampleLink[] = []
    for (const account of firstOfRole) {
      const who = `${city.pack.name} · ${titles[account.role]}`
      links.push({ who, host: city.pack.hosts[0] ?? '', token: await makeLink(tx, account, services.now()) })
    }
    return links
  })

export const operatorLink = async (services: Services): Promise<SampleLink> => {
  const token = await services.operatorLanes.withoutTenant(async tx => {
    const operator = await createOperator(tx, { email: operatorEmail, displayName: 'Musterperson Betreiber' })
    return createOperatorLink(tx, { operatorId: operator.id, hours: linkHours, now: services.now() })
  })
  return { who: 'Konsole · Betreiber', host: services.env.CONSOLE_HOST, token }
}

/** Sample people and businesses in every city, and a link for each role. */
export const ensureSample = async (services: Services, log: (message: string) => void): Promise<SampleLink[]> => {
  const links: SampleLink[] = []
  for (const city of await services.cities.list()) {
    if (!city.sample) log(`${city.slug}: Musterdaten werden angelegt …`)
    await furnishCity(services, city)
    links.push(...(await linksOf(services, city)))
  }
  return [...links, await operatorLink(services)]
}

/** Takes everything invented out again and unmarks the city. Returns how many businesses went. */
export const removeSample = async (services: Services, city: CityEntry): Promise<number> => {
  const gone = await services.lanes.withTenant(city.tenantId, deleteSample)
  await services.operatorLanes.withoutTenant(tx => markCity(tx, city.tenantId, false))
  return gone
}
