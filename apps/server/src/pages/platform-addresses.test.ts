import { expect, it } from 'vitest'
import { businessPath, directoryPath, offersPath } from './platform-addresses.ts'
import { everything } from './platform-views.fixture.ts'

it('a list has one address: what is usual is not said, and the order is fixed', () => {
  expect(directoryPath(everything)).toBe('/betriebe')
  expect(directoryPath({ page: 3, open: true, search: ' Blumen & Mehr ', district: 'mitte' })).toBe('/betriebe?suche=Blumen+%26+Mehr&stadtteil=mitte&geoeffnet=1&seite=3')
  expect(offersPath({ span: 'alle', page: 1 })).toBe('/angebote')
  expect(offersPath({ span: 'woche', kind: 'event', district: 'mitte', page: 2 })).toBe('/angebote?stadtteil=mitte&art=veranstaltung&zeitraum=woche&seite=2')
  expect(businessPath('../a?b#c')).toBe('/betriebe/..%2Fa%3Fb%23c')
})
