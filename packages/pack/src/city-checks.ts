import type { PackFile, PlacesFile, UniversitiesFile } from './city.schemas.ts'
import type { PathPart } from './fault.ts'
import { mainLocale } from './framework-base.ts'
import { nearest } from './nearest.ts'
import type { ReadFile } from './reader.ts'
import { isOrdered } from './references.ts'

const reservedNames = ['console', 'www', 'api', 'admin', 'framework', 'localhost']

/** What pack.yaml must hold beyond its schema: names that are free, known framework, German among the languages, days in order. */
export const checkPackFile = (file: ReadFile<PackFile>, frameworkVersion: string, folderName: string | undefined): void => {
  const { slug, framework, hosts, languages, facts, grant } = file.value
  if (reservedNames.includes(slug)) file.refuse(['slug'], `„${slug}“ ist vergeben. Bitte nehmen Sie den Namen der Stadt.`)
  if (folderName !== undefined && folderName !== slug) file.refuse(['slug'], `Der Ordner heißt „${folderName}“, hier steht „${slug}“. Bitte gleichen Sie beide an.`)
  if (framework !== frameworkVersion) file.refuse(['framework'], `Den Handlungsrahmen ${framework} gibt es hier nicht. Vorhanden ist ${frameworkVersion}.`)
  if (!languages.includes(mainLocale)) file.refuse(['languages'], 'Deutsch fehlt. Bitte ergänzen Sie „de“.')
  refuseDoubles(file, languages, ['languages'], 'Die Sprache')
  refuseDoubles(file, hosts, ['hosts'], 'Der Rechnername')
  hosts.forEach((host, index) => refuseHost(file, host, ['hosts', index]))
  refuseDoubles(file, facts.map(({ id }) => id), ['facts'], 'Die Kennung', ['id'])
  if (grant && !isOrdered(grant.from, grant.to)) file.refuse(['grant', 'to'], 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie „from“ und „to“.')
}

const refuseHost = (file: ReadFile<unknown>, host: string, path: PathPart[]) => {
  if (/\.\d+$/.test(host)) file.refuse(path, `„${host}“ ist eine Adresse, kein Name. Bitte nennen Sie einen Rechnernamen.`)
  else if (host.startsWith('console.')) file.refuse(path, `„${host}“ gehört der Konsole des Betreibers. Bitte nehmen Sie einen anderen Namen.`)
}

/** What places.yaml must hold beyond its schema: codes and ids once, and districts that exist. */
export const checkPlaces = (file: ReadFile<PlacesFile>): void => {
  const { postcodes, districts } = file.value
  const ids = districts.map(({ id }) => id)
  refuseDoubles(file, postcodes.map(({ code }) => code), ['postcodes'], 'Die Postleitzahl', ['code'])
  refuseDoubles(file, ids, ['districts'], 'Die Kennung', ['id'])
  postcodes.forEach(({ district }, index) => {
    if (district === undefined || ids.includes(district)) return
    const near = nearest(district, ids)
    const help = near ? `Meinten Sie „${near}“?` : 'Bitte legen Sie ihn unter „districts“ an.'
    file.refuse(['postcodes', index, 'district'], `Den Handelsbezirk „${district}“ gibt es nicht. ${help}`)
  })
}

/** What universities.yaml must hold beyond its schema: ids once, and days in order. */
export const checkUniversities = (file: ReadFile<UniversitiesFile>): void => {
  const { universities, semesters } = file.value
  refuseDoubles(file, universities.map(({ id }) => id), ['universities'], 'Die Kennung', ['id'])
  refuseDoubles(file, semesters.map(({ id }) => id), ['semesters'], 'Die Kennung', ['id'])
  semesters.forEach(({ lecturesFrom, lecturesTo, examsFrom, examsTo }, index) => {
    if (!isOrdered(lecturesFrom, lecturesTo)) file.refuse(['semesters', index, 'lecturesTo'], 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie „lecturesFrom“ und „lecturesTo“.')
    if (!isOrdered(examsFrom, examsTo)) file.refuse(['semesters', index, 'examsTo'], 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie „examsFrom“ und „examsTo“.')
  })
}

const refuseDoubles = (file: ReadFile<unknown>, words: readonly string[], path: PathPart[], name: string, key: PathPart[] = []) => {
  words.forEach((word, index) => {
    if (words.indexOf(word) < index) file.refuse([...path, index, ...key], `${name} „${word}“ steht hier doppelt. Bitte löschen Sie einen der beiden Einträge.`)
  })
}
