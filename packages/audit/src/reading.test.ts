import { describe, expect, it } from 'vitest'
import { findAddresses, findPhones, hasEmail, nameWords, normalisePhone, normaliseStreet } from './contact-data.ts'
import { readOpeningLine } from './opening-lines.ts'
import { readWeek, tellsOpeningHours, weekOfMarks } from './opening-text.ts'

describe('telephone numbers', () => {
  it.each(['02345 555012', '+49 2345 555012', '+49 (0) 2345 / 55 50 12', '0049 2345-555012', '(02345) 55 50 12'])('%s is one number', text => expect(normalisePhone(text)).toBe('02345555012'))
  it('are found among other figures', () => expect(findPhones('Tel.: 02345 / 55 50-12\nFax: 02345 555013\nam 01.02.2026, 09.00 - 18.30 Uhr\nSteuernummer: 012/345/67890\nMobil 0170 1234567')).toEqual(['02345555012', '01701234567']))
})

describe('addresses', () => {
  it.each([
    ['Lindenstr. 12\n45999 Musterstadt', 'Lindenstr. 12'],
    ['Blumen Muster, Lindenstraße 12 a, D-45999 Musterstadt', 'Lindenstraße 12 a'],
    ['Am Alten Markt 3-5 · 45999 Musterstadt', 'Am Alten Markt 3-5'],
    ['Hauptstraße 7b\nHinterhaus\n45999 Musterstadt', 'Hauptstraße 7b'],
  ])('%j', (text, street) => expect(findAddresses(text)[0]).toMatchObject({ street, postcode: '45999' }))
  it('are none in a post-office box', () => expect(findAddresses('Postfach 12 03 40\n45999 Musterstadt')).toEqual([]))
  it('have one spelling', () => expect(new Set(['Lindenstr. 12a', 'LINDENSTRASSE 12 A', 'Lindenstraße 12a', 'Linden-Str. 12 a'].map(normaliseStreet)).size).toBe(1))
})

describe('e-mail addresses', () => {
  it.each(['a.b@laden.example', 'a (at) laden.example', 'info[at]laden[dot]example'])('%s', text => expect(hasEmail(text)).toBe(true))
  it('are not any sign', () => expect(hasEmail('Folgen Sie @laden')).toBe(false))
})

describe('names', () => {
  it('lose legal form and small words', () => expect(nameWords('Bäckerei Möller & Söhne GmbH')).toEqual(['baeckerei', 'moeller', 'soehne']))
  it('that are a legal form alone keep it', () => expect(nameWords('AG')).toEqual(['ag']))
})

describe('opening hours', () => {
  it('are read from a line', () => expect(readOpeningLine('Sa-Mo 10:00-14:00')?.map(({ day }) => day)).toEqual(['Sa', 'Su', 'Mo']))
  it.each(['Mo 9-18', 'Mo-Xx 09:00-10:00', '', 'Mo 09:00-10:00 x'])('%j is no line', line => expect(readOpeningLine(line)).toBeUndefined())

  const monday = (text: string) => readWeek(`Öffnungszeiten\n${text}`)?.Mo
  it.each([
    ['Mo-Fr 9-18 Uhr', '09:00-18:00'],
    ['Montag bis Freitag von 8.30 Uhr bis 12.30 Uhr und 14.00 Uhr bis 18.00 Uhr', '08:30-12:30,14:00-18:00'],
    ['Mo. – Fr.:\n9:00 – 18:00 Uhr', '09:00-18:00'],
    ['Montag Ruhetag\nDi-So 11:30-22:00', ''],
    ['täglich 10–20 Uhr', '10:00-20:00'],
    ['Mo-Fr 9-18 Uhr\nSonn- und Feiertage geschlossen', '09:00-18:00'],
    ['Mo-Fr 9-18 Uhr, So und Feiertag geschlossen', '09:00-18:00'],
    ['Mo + Do 9:00 - 18:00, Di 9-13', '09:00-18:00'],
    ['Mo-Fr 9-18 Uhr\nSa 9-13 Uhr\nHeiligabend: 9 bis 12 Uhr', '09:00-18:00'],
    ['Mo-Fr 9-18 Uhr\nAm 24. und 31. Dezember schließen wir um 13 Uhr.', '09:00-18:00'],
    ['24.12.\n9 bis 11 Uhr\nMo-Fr 9-18 Uhr', '09:00-18:00'],
  ])('%j on Monday', (text, said) => expect(monday(text)).toBe(said))
  it('are not judged where they depend on the season', () => expect(monday('Winter: Mo-Fr 9-17 Uhr\nSommer: Mo-Fr 9-19 Uhr')).toBeUndefined())
  it.each(['Winter\nMo-Fr 9-17 Uhr\nSommer\nMo-Fr 9-19 Uhr', 'Mo-Fr 9-18 Uhr, Heiligabend 9-12 Uhr', 'Mo-Sa 9-18 Uhr\nSonn- und Feiertage 10-12 Uhr'])('are not judged where there are conditions: %j', text => expect(monday(text)).toBeUndefined())
  it('are not judged where days stand beside each other and times below', () => expect(monday('Mo\nDi\nMi\nSa\n9–18\n9–18\n9–18\n10–14')).toBeUndefined())
  const wednesday = (text: string) => readWeek(`Öffnungszeiten\n${text}`)?.We
  it.each([
    ['Mo-Fr 9-12.30 Uhr und 14-18 Uhr\nSa 9-13 Uhr\nMittwochnachmittag geschlossen', '09:00-12:30'],
    ['Mo-Fr 9-12.30 Uhr und 14-18 Uhr, Mittwoch nachmittags geschlossen', '09:00-12:30'],
    ['Mo, Di 9-12 Uhr, nachmittags geschlossen\nMi 9-18 Uhr', '09:00-18:00'],
    ['Mo-Sa 9-18 Uhr, Mi Ruhetag', ''],
    ['täglich außer Mittwoch von 17:00 bis 22:30 Uhr', ''],
    ['täglich 11-22 Uhr, ausser mittwochs', ''],
    ['Mo-Fr 9-18 Uhr, Mi bis 20 Uhr', '09:00-20:00'],
    ['9 bis 18 Uhr (Mo-Fr)\n9 bis 13 Uhr (Sa)', '09:00-18:00'],
  ])('%j on Wednesday', (text, said) => expect(wednesday(text)).toBe(said))
  it('are not judged where times stand before their days in one line', () => expect(wednesday('9–18 Uhr Mo–Fr, 9–13 Uhr Sa')).toBeUndefined())
  it('are not judged where only the end is told', () => expect(wednesday('Mo-Fr bis 18 Uhr\nSa bis 13 Uhr')).toBeUndefined())
  it('keep Saturday free of what a special day says', () => expect(readWeek('Öffnungszeiten\nMo-Fr 9-18 Uhr\nSa 9-13 Uhr\nSilvester: 9 bis 12 Uhr')?.Sa).toBe('09:00-13:00'))
  it('are not told by a heading alone', () => expect(tellsOpeningHours('Öffnungszeiten\nsiehe Aushang')).toBe(false))
  it('are read from marks', () => {
    const week = weekOfMarks([{ '@type': 'OpeningHoursSpecification', dayOfWeek: ['Monday', 'https://schema.org/Tuesday'], opens: '09:00:00', closes: '18:00' }, { dayOfWeek: 'Monday', opens: '10:00', closes: '12:00', validFrom: '2026-12-24' }])
    expect(week).toMatchObject({ Mo: '09:00-18:00', Tu: '09:00-18:00', We: '' })
  })
  it('in marks that cannot be read are unknown', () => expect(weekOfMarks(['immer'])).toBeUndefined())
})
