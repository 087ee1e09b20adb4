import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import type { Folder } from './folder.ts'
import { loadFramework, loadPack } from './load.ts'
import { changeText, diffPacks, planChanges } from './plan-changes.ts'
import { patched, smallCity, smallFramework } from './small-pack.fixture.ts'

const packOf = async (folder: Folder) => {
  const framework = await loadFramework(smallFramework)
  if (!framework.ok) throw new Error(framework.faults.map(faultText).join('\n'))
  const result = await loadPack(folder, framework.framework)
  if (!result.ok) throw new Error(result.faults.map(faultText).join('\n'))
  return result.pack
}

const changesTo = async (file: string, from: string, to: string) =>
  planChanges(await packOf(smallCity), await packOf(patched(smallCity, file, from, to))).map(changeText)

describe('a plan', () => {
  it('says nothing where nothing changes', async () => {
    expect(planChanges(await packOf(smallCity), await packOf(smallCity))).toEqual([])
  })

  it.each([
    ['a value that changes, old and new', 'pack.yaml', 'state: draft', 'state: live', ['geändert: state: draft → live']],
    ['a switch', 'pack.yaml', 'learning: true', 'learning: false', ['geändert: features.learning: ja → nein']],
    ['an entry of a list by its id', 'places.yaml', 'radius: 500', 'radius: 900', ['geändert: city.districts[mitte].radius: 500 → 900']],
    ['a new entry', 'places.yaml', '  - code: "12346"', '  - code: "12346"\n  - code: "12347"', ['geändert: city.postcodes: 12345, 12346 → 12345, 12346, 12347']],
    ['something that is left out', 'pack.yaml', 'ags: "05999999"\n', '', ['entfällt: ags: 05999999']],
    ['a text', 'texts/de.yaml', 'Willkommen', 'Hallo', ['geändert: texts.de.home.title: Willkommen in Musterstadt → Hallo in Musterstadt']],
    ['a legal page as a whole', 'legal/impressum.md', 'Ein Absatz', 'Ein anderer Absatz\n\nUnd noch einer', ['geändert: legal.imprint.blocks: 2 Einträge → 3 Einträge']],
    ['nothing for a comment', 'pack.yaml', 'slug:', '# Notiz\nslug:', []],
  ])('tells %s', async (_name, file, from, to, expected) => {
    expect(await changesTo(file, from, to)).toEqual(expected)
  })

  it('tells a colour once, not each tone that follows', async () => {
    const changes = await changesTo('pack.yaml', '#005CA9', '#1A5FB4')
    expect(changes[0]).toBe('geändert: brand.color: #005CA9 → #1A5FB4')
    expect(changes.filter(change => change.includes('theme.light'))).toEqual([])
  })

  it('of a city never applied lists everything as new', async () => {
    const changes = planChanges(undefined, await packOf(smallCity))
    expect(changes.map(({ kind }) => kind)).not.toContain('changed')
    expect(changes.map(changeText)).toContain('neu: programme: Digitallotsen Musterstadt')
  })
})

describe('two cities', () => {
  it('differ in what is their own', async () => {
    const other = patched(patched(smallCity, 'pack.yaml', 'name: Musterstadt', 'name: Beispielhausen'), 'pack.yaml', 'slug: musterstadt', 'slug: beispielhausen')
    const changes = diffPacks(await packOf(smallCity), await packOf(other)).map(changeText)
    expect(changes).toContain('geändert: name: Musterstadt → Beispielhausen')
    expect(changes).toContain('geändert: slug: musterstadt → beispielhausen')
    expect(changes.some(change => change.includes('catalogues'))).toBe(false)
  })
})
