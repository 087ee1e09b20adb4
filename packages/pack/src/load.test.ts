import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultText } from './fault.ts'
import type { Folder } from './folder.ts'
import type { Framework } from './framework-base.ts'
import { listCities } from './list-cities.ts'
import { loadFramework, loadPack } from './load.ts'
import { resolvedPack, type ResolvedPack } from './resolved-pack.schemas.ts'
import { smallCity, smallFramework } from './small-pack.fixture.ts'

const tenants = join(import.meta.dirname, '../../../tenants')
const cities = await listCities(tenants)

const ensureFramework = async (source: string | Folder): Promise<Framework> => {
  const result = await loadFramework(source)
  if (!result.ok) throw new Error(result.faults.map(faultText).join('\n'))
  return result.framework
}

const ensurePack = async (source: string | Folder, framework: Framework): Promise<ResolvedPack> => {
  const result = await loadPack(source, framework)
  if (!result.ok) throw new Error(result.faults.map(faultText).join('\n'))
  return result.pack
}

describe('the packs of this repository', () => {
  it('are there', () => expect(cities.length).toBeGreaterThan(0))

  it.each(cities)('%s is valid and survives its own schema', async name => {
    const framework = await ensureFramework(join(tenants, 'framework'))
    const pack = await ensurePack(join(tenants, name), framework)
    expect(resolvedPack.parse(JSON.parse(JSON.stringify(pack)))).toEqual(pack)
    expect(pack.catalogues.de?.fields.flatMap(field => field.items)).toHaveLength(30)
    expect(pack.webChecks).toHaveLength(38)
  })

  it('the template is refused for its blanks only', async () => {
    const framework = await ensureFramework(join(tenants, 'framework'))
    const result = await loadPack(join(tenants, '_template'), framework)
    expect(result.ok).toBe(false)
    const others = result.ok ? [] : result.faults.filter(({ message }) => !/ist leer/.test(message))
    expect(others).toEqual([])
  })
})

describe('a city on a small framework', () => {
  it('is resolved with texts filled in, its own before the framework’s', async () => {
    const pack = await ensurePack(smallCity, await ensureFramework(smallFramework))
    expect(pack.texts).toEqual({
      de: { 'home.title': 'Willkommen in Musterstadt', 'home.lead': 'Digitallotsen Musterstadt hilft.' },
      en: { 'home.title': 'Help in Musterstadt', 'home.lead': 'Digitallotsen Musterstadt helps.' },
    })
  })

  it('has its check in every language, numbers alike, website checks derived', async () => {
    const pack = await ensurePack(smallCity, await ensureFramework(smallFramework))
    const [de, en] = [pack.catalogues.de?.fields[0]?.items[0], pack.catalogues.en?.fields[0]?.items[0]]
    expect(de).toMatchObject({ question: 'Wie findet man Sie?', weight: 2, must: true, webChecks: ['F-01'] })
    expect(en).toMatchObject({ question: 'How are you found?', weight: 2, must: true, webChecks: ['F-01'] })
  })

  it('lists what is to be verified, with file, path and line', async () => {
    const result = await loadPack(smallCity, await ensureFramework(smallFramework))
    expect(result.ok && result.checklist.map(({ file, path, line, title }) => `${file}:${line} ${path} ${title}`)).toEqual([
      'pack.yaml:12 contact Wirtschaftsförderung Musterstadt',
      'universities.yaml:7 semesters[0] Wintersemester 2026/27',
      'legal/impressum.md:2  Impressum',
      'legal/datenschutz.md:2  Datenschutz',
      'legal/barrierefreiheit.md:2  Barrierefreiheit',
    ])
  })

  it('knows the district of a postcode only where the pack says so', async () => {
    const pack = await ensurePack(smallCity, await ensureFramework(smallFramework))
    expect(pack.city.districts.map(({ id, postcodes }) => [id, postcodes])).toEqual([['mitte', ['12345']]])
    expect(pack.city.postcodes).toEqual(['12345', '12346'])
  })

  it('hashes alike whatever the order of its files and keys', async () => {
    const framework = await ensureFramework(smallFramework)
    const turned = Object.fromEntries(Object.entries(smallCity).reverse())
    const swapped = { ...turned, 'pack.yaml': turned['pack.yaml']?.replace('slug: musterstadt\nframework: "1.0.0"', 'framework: "1.0.0"\nslug: musterstadt') ?? '' }
    const [a, b] = [await loadPack(smallCity, framework), await loadPack(swapped, framework)]
    expect(a.ok && b.ok && a.hash === b.hash).toBe(true)
  })
})

describe('an overlay', () => {
  const overlaid = async (overlay: string, more: Folder = {}) =>
    ensurePack({ ...smallCity, 'overlay.yaml': overlay, ...more }, await ensureFramework(smallFramework))

  it('leaves out, replaces single keys and adds, by id', async () => {
    const pack = await overlaid(`check:
  items:
    off: ["1.1"]
    replace:
      "1.2": { weight: 3 }
indicators:
  add:
    - { id: K9, title: Stempel, definition: Stempel im Heft, unit: Stück }
`)
    const items = pack.catalogues.de?.fields[0]?.items
    expect(items?.map(({ id, weight, question, must }) => [id, weight, question, must])).toEqual([['1.2', 3, 'Wer kümmert sich?', false]])
    expect(pack.indicators.map(({ id }) => id)).toEqual(['K1', 'K9'])
    expect(pack.webChecks).toEqual([])
  })

  it('switches a trade off, words one anew and brings its own', async () => {
    const pack = await overlaid(`categories:
  off: [cafe]
  replace:
    shoe-shop: { label: Schuhe und Leder }
  add:
    - { id: kiosk, label: Trinkhalle, en: Kiosk, schemaType: ConvenienceStore, osm: shop=kiosk, synonyms: [Bude] }
`)
    expect(pack.categories.map(({ id, label }) => [id, label.de])).toEqual([['florist', 'Blumen und Floristik'], ['shoe-shop', 'Schuhe und Leder'], ['kiosk', 'Trinkhalle']])
    expect(pack.categories.at(-1)).toEqual({ id: 'kiosk', label: { de: 'Trinkhalle', en: 'Kiosk' }, schemaType: 'ConvenienceStore', osm: { key: 'shop', value: 'kiosk' }, synonyms: ['Bude'] })
  })

  it('that leaves out a module takes it from measures and paths', async () => {
    const pack = await overlaid('modules:\n  merchant:\n    off: [HF1-1]\n')
    expect(pack.curriculum.merchant).toEqual([])
    expect(pack.curriculum.paths).toEqual([])
    expect(pack.catalogues.de?.measures[0]?.modules).toEqual([])
  })

  it('may bring a module with its own lesson', async () => {
    const pack = await overlaid(
      'modules:\n  merchant:\n    add:\n      - { id: X-1, field: HF1, title: Markttag, minutes: 20, format: Lektion, goals: [planen] }\n',
      { 'modules/X-1.md': '---\ntitle: Markttag\n---\n\nEin Absatz.\n' },
    )
    expect(pack.curriculum.merchant.map(({ id }) => id)).toEqual(['HF1-1', 'X-1'])
    expect(Object.keys(pack.lessons)).toEqual(['X-1'])
  })
})
