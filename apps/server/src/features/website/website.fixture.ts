import { readCheckData } from '@digitallotsen/audit/corpus/check-data.ts'
import type { WebCheck } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createMemoryReader, type MemoryAnswer, type MemoryReader, type MemoryWeb } from '../../adapters/web/memory-reader.ts'
import type { CityEntry } from '../city/city-directory.ts'
import { openTestCity, type TestCity } from '../../test-city.fixture.ts'
import { createAuditDesk } from './audit-desk.ts'
import { auditWebsiteJob, type JobServices, type Reading } from './website.jobs.ts'

/** The checks of the framework, as a pack holds them. */
const frameworkChecks = (): WebCheck[] =>
  (readCheckData() as (Omit<WebCheck, 'itemId'> & { item: string })[]).map(({ item, ...check }) => ({
    ...check, itemId: item, needs: check.needs ?? [], allows: check.allows ?? null, closes: check.closes ?? false, validFrom: check.validFrom ?? null, validUntil: check.validUntil ?? null,
  }))

export const origin = 'https://www.blumen-muster.de'

const text = (words: string, times: number) => `<p>${`${words} `.repeat(times)}</p>`
const imprint = `<!doctype html><html lang="de"><title>Impressum – Blumen Muster</title><h1>Impressum</h1><p>Blumen Muster, Inhaberin Erika Muster</p><p>Marktstraße 1, 12345 Musterstadt</p><p>Telefon 02000 471100, E-Mail laden@blumen-muster.de</p>${text('Angaben nach dem Digitale-Dienste-Gesetz.', 8)}<a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a>`
const privacy = `<!doctype html><html lang="de"><title>Datenschutz – Blumen Muster</title><h1>Datenschutzerklärung</h1><p>Verantwortliche im Sinne der DSGVO ist Erika Muster. Rechtsgrundlage ist Art. 6 DSGVO. Die Speicherdauer beträgt sieben Tage. Sie haben das Recht auf Auskunft und Beschwerde bei der Aufsichtsbehörde.</p>${text('Wir speichern nur, was nötig ist, um Ihre Anfrage zu beantworten.', 14)}<a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a>`

/** A shop's page without anything the law asks for, with an old hint on it. */
export const badSite: Record<string, MemoryAnswer> = {
  [`${origin}/`]: { body: `<!doctype html><title>Startseite</title><h1>Blumen</h1><p>Online-Streitbeilegung: https://ec.europa.eu/consumers/odr</p>${text('Frische Sträuße aus eigenem Anbau.', 10)}` },
}

/** The same page put right, as far as the law goes. */
export const goodSite: Record<string, MemoryAnswer> = {
  [`${origin}/`]: { body: `<!doctype html><html lang="de"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Blumen Muster – Sträuße in Musterstadt</title><h1>Blumen Muster</h1>${text('Frische Sträuße aus eigenem Anbau.', 10)}<a href="tel:+492000471100">Anrufen</a><footer><a href="/impressum">Impressum</a><a href="/datenschutz">Datenschutz</a></footer>` },
  [`${origin}/impressum`]: { body: imprint },
  [`${origin}/datenschutz`]: { body: privacy },
}

export type WebsiteCity = TestCity & {
  /** What stands in the web now. */
  site: MemoryWeb
  web: MemoryReader
  reading: Reading
  jobServices: JobServices
  clock: { now: Date }
  put(answers: Record<string, MemoryAnswer>): void
  /** Does what the queue would do with this audit. */
  work(auditId: string): Promise<void>
}

export const openWebsiteCity = async (db: TestDatabase, clock: { now: Date }): Promise<WebsiteCity> => {
  const place = await openTestCity(db, () => clock.now)
  const { pack } = place.city
  const city: CityEntry = { ...place.city, pack: { ...pack, features: { ...pack.features, websiteCheck: true }, webChecks: frameworkChecks() } }
  const site: MemoryWeb = { answers: {} }
  const web = createMemoryReader(site)
  const { env, lanes, log } = place.services
  const jobServices: JobServices = { env, lanes, log, now: () => clock.now, cities: { list: () => Promise.resolve([city]) } }
  const reading: Reading = { services: jobServices, web, desk: createAuditDesk() }
  return {
    ...place, city, site, web, reading, jobServices, clock,
    put: answers => {
      site.answers = answers
    },
    work: auditId => auditWebsiteJob(reading, { tenant_id: city.tenantId, auditId }),
  }
}
