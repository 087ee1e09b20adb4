import { expect, it } from 'vitest'
import { usualMatching } from '@digitallotsen/domain/matching/matching.schemas.ts'
import { faultText } from './fault.ts'
import type { Folder } from './folder.ts'
import { loadFramework, loadPack } from './load.ts'
import { patched, smallCity, smallFramework } from './small-pack.fixture.ts'

const own = `points: { language: 50, district: 20, trade: 10, fields: 25, days: 5, waiting: 15 }
exclude: { language: true, district: true, sameTrade: true, refused: true, blocked: true }
reachKm: { foot: 1, bicycle: 4, transit: 8, car: 15 }
waitingFullDays: 60
startWithinDays: 42
newGuidePlaces: 5
`

const loadCity = async (city: Folder, rules: Folder = smallFramework) => {
  const framework = await loadFramework(rules)
  if (!framework.ok) throw new Error(framework.faults.map(faultText).join('\n'))
  return loadPack(city, framework.framework)
}

const withMatching = (text: string) => patched(smallCity, 'pack.yaml', 'grant:', `matching:\n${text}\ngrant:`)

const matchingOf = async (city: Folder, rules?: Folder) => {
  const result = await loadCity(city, rules)
  if (!result.ok) throw new Error(result.faults.map(faultText).join('\n'))
  return result.pack.matching
}

it('a city that says nothing of it weighs as everywhere', async () => {
  expect(await matchingOf(smallCity)).toEqual(usualMatching)
})

it('the framework’s file counts for every city', async () => {
  expect((await matchingOf(smallCity, { ...smallFramework, 'matching.yaml': own })).points.language).toBe(50)
})

it('a city changes single values, marked or not, and leaves the others', async () => {
  const city = withMatching('  points: { language: 40, verify: true, source: Vorschlag }\n  exclude: { sameTrade: false }\n  waitingFullDays: 30')
  expect(await matchingOf(city)).toEqual({
    ...usualMatching,
    points: { ...usualMatching.points, language: 40 },
    exclude: { ...usualMatching.exclude, sameTrade: false },
    waitingFullDays: 30,
  })
})

it.each([
  ['a reason that nobody knows', '  points: { langauge: 40 }', /langauge.*language/s],
  ['points below nothing', '  points: { language: -1 }', /language/],
  ['a day count of none', '  startWithinDays: 0', /startWithinDays/],
])('%s is refused at its line', async (_, text, told) => {
  const result = await loadCity(withMatching(text))
  expect(result.ok ? '' : result.faults.map(faultText).join('\n')).toMatch(told)
})
