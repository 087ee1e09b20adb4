import { describe, expect, it } from 'vitest'
import { hostileTexts, listingWith, sceneWith } from './feeds.fixture.ts'
import { openDataFormats, type OpenDataFormatName } from './open-data-formats.rules.ts'
import { openDataHead, openDataRow, type OpenDataScene } from './open-data.rules.ts'
import type { FileId } from '@digitallotsen/domain/ids.schemas.ts'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'

const scene: OpenDataScene = { ...(await sceneWith()), today: '2026-03-02' }

const write = (name: OpenDataFormatName, pages: readonly (readonly PublicListing[])[], at = scene): string => {
  const format = openDataFormats[name]
  const head = openDataHead(at)
  const rows = pages.map((page, index) => format.rows(head, page.map(listing => openDataRow(at, listing)), index === 0))
  return [format.head(head), ...rows, format.tail].join('')
}

/** As a table program reads it: quotes, doubled quotes, semicolons. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const [sign, row] = [text[at], rows.at(-1) ?? []]
    if (isQuoted && sign === '"' && text[at + 1] === '"') row[row.length - 1] += text[++at] ?? ''
    else if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && sign === ';') row.push('')
    else if (!isQuoted && sign === '\r' && text[at + 1] === '\n') {
      rows.push([''])
      at++
    } else row[row.length - 1] += sign ?? ''
  }
  return rows.slice(0, -1)
}
const readRows = (text: string): Record<string, string>[] => {
  const [names = [], ...rows] = readCsv(text.replace(/^\uFEFF/, ''))
  return rows.map(row => Object.fromEntries(row.map((value, index) => [names[index] ?? '?', value])))
}

describe('a row of open data', () => {
  it('has the facts of the business and the address of its page', () => {
    expect(openDataRow(scene, listingWith())).toEqual({
      id: 'blumen-am-markt', name: 'Blumen am Markt', branchen: ['Blumen und Floristik'], strasse: 'Marktstraße', hausnummer: '12 a', zusatz: null, plz: '12345', ort: 'Musterstadt',
      stadtteil_id: 'zentrum-0', stadtteil: 'Altmarkt', breite: 51.5, laenge: 7.2, lage: 'genau', website: 'https://blumen.example',
      oeffnungszeiten: 'Mo,Tu 09:00-13:00,14:00-18:00; We 09:00-13:00; Th 09:00-13:00,14:00-18:00; Fr 09:00-18:30; Sa 10:00-14:00; PH off',
      sprachen: ['de', 'tr'], zahlung: ['Bargeld', 'Girocard'], rollstuhl: 'teilweise', barrierefreiheit: ['Induktive Höranlage'],
      seite: 'https://stadt.example/betriebe/blumen-am-markt', geaendert: '2026-02-03T08:00:00.000Z', muster: false,
    })
  })

  it('has nobody\'s mail address, phone number, legal name, story or photo', () => {
    const listing = listingWith({ story: 'Geschichte' }, { photos: [{ fileId: 'foto' as FileId, alt: 'Bildtext', width: 1, height: 1 }] })
    const everything = (['json', 'geojson', 'csv'] as const).map(name => write(name, [[listing]])).join()
    expect(everything).toContain('Blumen am Markt')
    expect(everything).not.toMatch(/laden@example|02000|1234567|Erika|Geschichte|foto|Bildtext|instagram/)
  })

  it('says where the middle of the district stands for the place, and where none is known', () => {
    expect(openDataRow(scene, listingWith({ place: { lat: 51.123_456_78, lon: 7.2, source: 'district' } }))).toMatchObject({ breite: 51.123_457, lage: 'stadtteil' })
    expect(openDataRow(scene, listingWith({ place: null, hours: null }))).toMatchObject({ breite: null, laenge: null, lage: null, oeffnungszeiten: null })
  })
})

describe('what is said of the data', () => {
  it('names licence and source, and that the city has not yet confirmed the licence', () => {
    expect(openDataHead(scene)).toMatchObject({
      titel: 'Betriebe in Beispielhausen',
      lizenz: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/deed.de', hinweis: 'Zu prüfen: Die Stadt hat diese Lizenz noch nicht bestätigt.' },
      quelle: { name: 'Stadt Beispielhausen, Digitallotsen Beispielhausen', url: 'https://stadt.example/betriebe' },
    })
    const confirmed = { ...scene.pack, platform: { moderation: 'before' as const, dataLicence: { name: 'DL-DE Zero 2.0' as const, confirmed: true } } }
    expect(openDataHead({ ...scene, pack: confirmed }).lizenz).toEqual({ name: 'DL-DE Zero 2.0', url: 'https://www.govdata.de/dl-de/zero-2-0', hinweis: null })
  })
})

describe('the formats', () => {
  const [one, two, three] = ['a', 'b', 'c'].map(slug => listingWith({}, { slug })) as [PublicListing, PublicListing, PublicListing]

  it('put pages together to one JSON document, also of none', () => {
    expect(JSON.parse(write('json', [[one, two], [three]]))).toMatchObject({ lizenz: { name: 'CC BY 4.0' }, betriebe: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] })
    expect(JSON.parse(write('json', []))).toMatchObject({ titel: 'Betriebe in Beispielhausen', betriebe: [] })
    expect(JSON.parse(write('geojson', []))).toMatchObject({ type: 'FeatureCollection', features: [] })
  })

  it('put longitude first in GeoJSON, and keep who has no place', () => {
    const { features, ...head } = JSON.parse(write('geojson', [[one, listingWith({ place: null }, { slug: 'ortlos' })]])) as { features: { geometry: unknown; properties: object }[] }
    expect(head).toMatchObject({ type: 'FeatureCollection', lizenz: { name: 'CC BY 4.0' }, quelle: { url: 'https://stadt.example/betriebe' } })
    expect(features).toMatchObject([
      { type: 'Feature', id: 'a', geometry: { type: 'Point', coordinates: [7.2, 51.5] }, properties: { name: 'Blumen am Markt' } },
      { type: 'Feature', id: 'ortlos', geometry: null },
    ])
    expect(features[0]?.properties).not.toHaveProperty('breite')
  })

  it('write a table for German table programs: UTF-8 with its mark, semicolons, decimal comma', () => {
    const text = write('csv', [[one], [two]])
    expect([...Buffer.from(text).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const rows = readRows(text)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      id: 'a', name: 'Blumen am Markt', plz: '12345', breite: '51,5', laenge: '7,2', sprachen: 'de, tr', muster: 'nein', quelle: 'Stadt Beispielhausen, Digitallotsen Beispielhausen',
      lizenz: 'CC BY 4.0 – Zu prüfen: Die Stadt hat diese Lizenz noch nicht bestätigt.',
    })
  })

  it('mark who is invented', () => {
    expect(readRows(write('csv', [[one, listingWith({}, { sample: true })]])).map(({ name, muster }) => [name, muster])).toEqual([['Blumen am Markt', 'nein'], ['Blumen am Markt (Muster)', 'ja']])
    expect(JSON.parse(write('json', [[one]], { ...scene, sample: true }))).toMatchObject({ titel: 'Betriebe in Beispielhausen (Muster)', betriebe: [{ muster: true }] })
  })

  it.each(hostileTexts)('keep %j a text', text => {
    const listing = listingWith({ name: text, address: { ...one.content.address, street: text } })
    for (const name of ['json', 'geojson'] as const) expect(() => JSON.parse(write(name, [[listing]]))).not.toThrow()
    const rows = readRows(write('csv', [[listing, two]]))
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({ id: 'b' })
    expect(rows[0]?.['strasse']).not.toMatch(/[\u0000-\u001F]/)
  })

  it.each(['=1+1', '+49 201', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00A0=1', '＝1', '＋1', '－1', '＠x', '=HYPERLINK("http://x")'])('let no table program work out %j', text => {
    const [row] = readRows(write('csv', [[listingWith({ name: text })]]))
    expect(row?.['name']).toMatch(/^'/)
    expect(row?.['name']?.slice(1).trim()).toBe(text.replace(/[\u0000-\u001F]/g, ' ').trim())
  })
})
