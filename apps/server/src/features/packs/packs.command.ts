import { join } from 'node:path'
import type { Lanes } from '@digitallotsen/db/lanes.ts'
import { faultText } from '@digitallotsen/pack/fault.ts'
import { readFolder } from '@digitallotsen/pack/folder.ts'
import type { Framework } from '@digitallotsen/pack/framework-base.ts'
import { listCities } from '@digitallotsen/pack/list-cities.ts'
import { loadPackFolder } from '@digitallotsen/pack/load-city.ts'
import { loadFramework } from '@digitallotsen/pack/load.ts'
import { suggestion } from '@digitallotsen/pack/nearest.ts'
import type { VerifyItem } from '@digitallotsen/pack/open-points.ts'
import { changeText, diffPacks, type Change } from '@digitallotsen/pack/plan-changes.ts'
import { applyPack, planPack, type LoadedPack, type Refusal } from './packs.service.ts'

/** What the command needs from outside; the database is opened only by `plan` and `apply`. */
export interface PackCommandRoom {
  tenantsDirectory: string
  withOperatorLanes: <T>(use: (lanes: Lanes) => Promise<T>) => Promise<T>
  print: (line: string) => void
  /** Who applies, for the record of revisions. */
  user: string
}

export const packCommandUsage = [
  'npm run pack -- validate [Stadt …]    prüft die Dateien',
  'npm run pack -- plan [Stadt …]        sagt, was sich ändern würde',
  'npm run pack -- apply [Stadt …]       wendet an',
  'npm run pack -- diff <Stadt> <Stadt>  vergleicht zwei Städte',
  'npm run pack -- checklist [Stadt …]   sagt, was vor Go-live zu prüfen ist',
  'Ohne Stadt sind alle gemeint.',
]

const exit = { done: 0, refused: 1, misused: 2 } as const
type Exit = (typeof exit)[keyof typeof exit]

type City = LoadedPack & { checklist: VerifyItem[] }
type Action = (room: PackCommandRoom, cities: City[]) => Promise<Exit>

/** Runs one command line: 0 where all went well, 1 where a pack was refused, 2 where the line makes no sense. */
export const runPackCommand = async (room: PackCommandRoom, [command = '', ...slugs]: readonly string[]): Promise<Exit> => {
  const action = Object.hasOwn(actions, command) ? actions[command] : undefined
  const known = await listCities(room.tenantsDirectory)
  const strange = slugs.filter(slug => !known.includes(slug))
  if (!action || (command === 'diff' && slugs.length !== 2)) return misuse(room, packCommandUsage)
  if (strange.length > 0) return misuse(room, strange.map(slug => `Eine Stadt „${slug}“ gibt es nicht unter ${room.tenantsDirectory}. ${suggestion(slug, known)}`))
  const cities = await loadCities(room, slugs.length > 0 ? slugs : known)
  return cities ? action(room, cities) : exit.refused
}

const misuse = (room: PackCommandRoom, lines: readonly string[]): Exit => {
  lines.forEach(room.print)
  return exit.misused
}

/** Every fault of every city is told; nothing goes on unless all are sound. */
const loadCities = async (room: PackCommandRoom, slugs: readonly string[]): Promise<City[] | undefined> => {
  const result = await loadFramework(join(room.tenantsDirectory, 'framework'))
  if (!result.ok) {
    room.print('Handlungsrahmen: nicht in Ordnung')
    result.faults.forEach(fault => room.print(`  ${faultText(fault)}`))
    return undefined
  }
  const cities = await Promise.all(slugs.map(slug => loadCity(room, slug, result.framework)))
  return cities.every(city => city !== undefined) ? cities : undefined
}

const loadCity = async (room: PackCommandRoom, slug: string, framework: Framework): Promise<City | undefined> => {
  const source = await readFolder(join(room.tenantsDirectory, slug))
  const result = loadPackFolder(source, framework, slug)
  if (result.ok) return { pack: result.pack, hash: result.hash, checklist: result.checklist, source, framework }
  room.print(`${slug}: nicht in Ordnung`)
  result.faults.forEach(fault => room.print(`  ${faultText(fault)}`))
  return undefined
}

const validate: Action = async (room, cities) => {
  for (const { pack, checklist } of cities) {
    room.print(`${pack.slug}: in Ordnung (Handlungsrahmen ${pack.frameworkVersion}, ${pack.languages.join(', ')}, ${checklist.length} Punkte vor Go-live zu prüfen)`)
    pack.theme.notes.forEach(note => room.print(`  ${note.message}`))
    if (pack.state === 'live' && checklist.length > 0) room.print('  Achtung: Die Stadt ist auf „live“ gestellt, obwohl Punkte offen sind.')
  }
  return exit.done
}

const plan: Action = (room, cities) =>
  room.withOperatorLanes(async lanes => {
    const results = await inTurn(cities, async city => ({ city, result: await planPack(lanes, city) }))
    for (const { city, result } of results) {
      if (result.kind === 'refused') printRefusal(room, city, result)
      else if (result.unchanged) room.print(`${city.pack.slug}: keine Änderung (Fassung ${result.revision})`)
      else printChanges(room, result.revision === null ? `${city.pack.slug}: neue Stadt` : `${city.pack.slug}: ändert Fassung ${result.revision}`, result.changes)
    }
    return results.some(({ result }) => result.kind === 'refused') ? exit.refused : exit.done
  })

const apply: Action = (room, cities) =>
  room.withOperatorLanes(async lanes => {
    const results = await inTurn(cities, async city => ({ city, result: await applyPack(lanes, city, room.user) }))
    for (const { city, result } of results) {
      if (result.kind === 'refused') printRefusal(room, city, result)
      else if (result.kind === 'unchanged') room.print(`${city.pack.slug}: keine Änderung (Fassung ${result.revision})`)
      else printChanges(room, `${city.pack.slug}: Fassung ${result.revision} angewendet`, result.changes)
    }
    return results.some(({ result }) => result.kind === 'refused') ? exit.refused : exit.done
  })

const diff: Action = async (room, [first, second]) => {
  if (!first || !second) return exit.misused
  const changes = diffPacks(first.pack, second.pack)
  if (changes.length === 0) room.print('Die beiden Städte gleichen sich.')
  else printChanges(room, `${first.pack.slug} → ${second.pack.slug}`, changes)
  return exit.done
}

const checklist: Action = async (room, cities) => {
  for (const { pack, checklist: points } of cities) {
    room.print(points.length === 0 ? `${pack.slug}: nichts mehr zu prüfen` : `${pack.slug}: vor Go-live zu prüfen (${points.length})`)
    for (const { file, line, title, source } of points) room.print(`  [ ] ${title} – ${file}:${line}${source ? ` (${source})` : ''}`)
  }
  return exit.done
}

const actions: Record<string, Action> = { validate, plan, apply, diff, checklist }

const printRefusal = (room: PackCommandRoom, { pack }: City, { reasons }: Refusal) => {
  room.print(`${pack.slug}: abgelehnt, nichts wurde geändert`)
  reasons.forEach(reason => room.print(`  ${reason}`))
}

const printChanges = (room: PackCommandRoom, heading: string, changes: readonly Change[]) => {
  room.print(changes.length === 0 ? `${heading} (nur die gespeicherte Form ändert sich)` : heading)
  changes.forEach(change => room.print(`  ${changeText(change)}`))
}

/** One after the other: each city has a transaction of its own, and their reports keep their order. */
const inTurn = async <T, R>(list: readonly T[], act: (entry: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  for (const entry of list) results.push(await act(entry))
  return results
}
