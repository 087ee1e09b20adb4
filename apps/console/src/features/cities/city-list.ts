import type { SortOrder } from '@digitallotsen/ui/data-table.tsx'
import type { CityRow } from '../../lib/console-port.ts'
import { stateWords } from './city-words.ts'

const collator = new Intl.Collator('de', { numeric: true })

/** Umlauts as people type them: "ü" and "ue" are one, and so is a name without its accents. */
const fold = (text: string): string =>
  text.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')

const wordsOf = ({ name, slug, ags, state, hosts }: CityRow): string => fold([name, slug, ags ?? '', stateWords[state].label, ...hosts].join(' '))

/** Cities that hold every word of the search, in their name, code, state or address. */
export const searchCities = (cities: readonly CityRow[], search: string): CityRow[] => {
  const wanted = fold(search.normalize('NFC')).split(/\s+/).filter(Boolean)
  return cities.filter(city => wanted.every(word => wordsOf(city).includes(word)))
}

type Key = 'name' | 'state' | 'framework' | 'merchants' | 'assessments' | 'plans' | 'tasksDone' | 'figuresAt' | 'openChecks'

const order: readonly CityRow['state'][] = ['live', 'draft', 'paused', 'ended']

const comparisons: Readonly<Record<Key, (a: CityRow, b: CityRow) => number>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  state: (a, b) => order.indexOf(a.state) - order.indexOf(b.state),
  framework: (a, b) => collator.compare(a.frameworkVersion, b.frameworkVersion),
  merchants: (a, b) => a.merchants - b.merchants,
  assessments: (a, b) => a.assessments - b.assessments,
  plans: (a, b) => a.plans - b.plans,
  tasksDone: (a, b) => a.tasksDone - b.tasksDone,
  figuresAt: (a, b) => Date.parse(a.figuresAt ?? '1970-01-01') - Date.parse(b.figuresAt ?? '1970-01-01'),
  openChecks: (a, b) => a.openChecks - b.openChecks,
}

const isKey = (key: string | undefined): key is Key => key !== undefined && Object.hasOwn(comparisons, key)

/** The order that an address asks for; by name where it asks for none we know. */
export const readOrder = (key: string | undefined, direction: string | undefined): SortOrder => ({
  key: isKey(key) ? key : 'name',
  direction: isKey(key) && direction === 'ab' ? 'descending' : 'ascending',
})

export const orderHref = ({ key, direction }: SortOrder, search: string): string => {
  const query = new URLSearchParams({ sortierung: key, richtung: direction === 'descending' ? 'ab' : 'auf' })
  if (search) query.set('suche', search)
  return `/?${query}`
}

/** Equal ones stand by name, whatever the direction. */
export const sortCities = (cities: readonly CityRow[], { key, direction }: SortOrder): CityRow[] => {
  const compare = comparisons[isKey(key) ? key : 'name']
  const sign = direction === 'descending' ? -1 : 1
  return cities.toSorted((a, b) => sign * compare(a, b) || comparisons.name(a, b))
}

export const sumOf = (cities: readonly CityRow[], figure: 'merchants' | 'assessments' | 'plans' | 'tasksDone' | 'openChecks'): number =>
  cities.reduce((sum, city) => sum + city[figure], 0)
