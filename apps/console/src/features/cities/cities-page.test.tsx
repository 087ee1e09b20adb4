import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import { App } from '../../app/app.tsx'
import type { ConsolePort } from '../../lib/console-port.ts'
import { cityDetail, cityRow, fakeServices, refusal } from '../../lib/fake-port.fixture.ts'

afterEach(cleanup)

const open = (address: string, port: Partial<ConsolePort>, signedIn = true) => {
  window.history.replaceState(null, '', address)
  return render(() => <App services={fakeServices(port, signedIn)} />)
}

const cities = [
  cityRow({ name: 'Übungsheim', merchants: 5, openChecks: 0, figuresAt: '2027-02-03T09:00:00.000Z' }),
  cityRow({ name: 'Altmuster', state: 'draft', merchants: 1234, openChecks: 12, ags: '05999777', sample: true }),
  cityRow({ name: 'Beispielhausen', merchants: 40, openChecks: 3, figuresAt: '2027-01-20T09:00:00.000Z' }),
]
const shown = async () => (await screen.findAllByRole('rowheader')).map(cell => within(cell).getByRole('link').textContent)

describe('the list of cities', () => {
  test('shows each city with its state, its figures and what is open, by name', async () => {
    open('/', { cities: async () => cities })
    expect(await shown()).toEqual(['Altmuster', 'Beispielhausen', 'Übungsheim'])
    const [, first] = screen.getAllByRole('row')
    expect(first?.textContent).toMatch(/AGS 05999777.*Entwurf.*Musterdaten.*1\.0\.0.*1\.234.*noch keine.*12/)
    expect(screen.getByText('vor 3 Stunden')).toBeTruthy()
    expect(screen.getByText(/vor 14 Tagen/).textContent).toContain('(veraltet)')
    expect(screen.getByText('Punkte zu prüfen').closest('div')?.textContent).toContain('15')
    expect(document.title).toContain('Städte')
  })

  test('is sorted by address, so that a link or a reload keeps the order', async () => {
    open('/?sortierung=merchants&richtung=ab', { cities: async () => cities })
    expect(await shown()).toEqual(['Altmuster', 'Beispielhausen', 'Übungsheim'])
    expect(screen.getByRole('columnheader', { name: 'Betriebe' }).getAttribute('aria-sort')).toBe('descending')
    fireEvent.click(screen.getByRole('link', { name: 'Betriebe' }))
    await waitFor(async () => expect(await shown()).toEqual(['Übungsheim', 'Beispielhausen', 'Altmuster']))
  })

  test('is searched whatever way the umlaut is typed, says how many fit, and keeps the search in the address', async () => {
    open('/', { cities: async () => cities })
    fireEvent.input(await screen.findByRole('searchbox', { name: 'Stadt suchen' }), { target: { value: 'uebung' } })
    await waitFor(async () => expect(await shown()).toEqual(['Übungsheim']))
    expect(screen.getByText('1 von 3 Städten').getAttribute('role')).toBe('status')
    await waitFor(() => expect(window.location.search).toBe('?suche=uebung'))
  })

  test('says that nothing fits, and empties the search with one press', async () => {
    open('/?suche=gibtesnicht', { cities: async () => cities })
    fireEvent.click(await screen.findByRole('button', { name: 'Suche leeren' }))
    await waitFor(async () => expect(await shown()).toHaveLength(3))
  })

  test('says what will stand there while there is no city', async () => {
    open('/', { cities: async () => [] })
    expect(await screen.findByRole('heading', { name: 'Noch keine Stadt' })).toBeTruthy()
  })

  test('says that it could not be read, and tries again', async () => {
    let calls = 0
    open('/', { cities: async () => (++calls === 1 ? Promise.reject(refusal('server.internal')) : cities) })
    fireEvent.click(await screen.findByRole('button', { name: 'Noch einmal versuchen' }))
    expect(await shown()).toHaveLength(3)
  })

  test('leads to the sign-in where nobody is signed in, and remembers where one wanted to go', async () => {
    open('/?sortierung=plans', {}, false)
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeTruthy()
    await waitFor(() => expect(new URLSearchParams(window.location.search).get('zurueck')).toBe('/?sortierung=plans'))
    expect(screen.queryByRole('button', { name: 'Abmelden' })).toBeNull()
  })

  test('leads to the sign-in where the session ended meanwhile', async () => {
    open('/', { cities: () => Promise.reject(refusal('session.expired')) })
    expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeTruthy()
  })
})

describe('the page of a city', () => {
  const [city] = cities
  if (!city) throw new Error('no city')
  const checklist = [
    { file: 'pack.yaml', path: 'contact.phone', note: 'Telefonnummer', source: null },
    { file: 'legal/impressum.md', path: '', note: 'Impressum', source: null },
    { file: 'pack.yaml', path: 'brand.color', note: 'Markenfarbe', source: 'https://beispiel.example' },
  ]

  test('groups what is open by file', async () => {
    open(`/staedte/${city.id}`, { city: async () => cityDetail(city, { checklist }) })
    expect(await screen.findByRole('heading', { level: 1, name: 'Übungsheim' })).toBeTruthy()
    const groups = [...document.querySelectorAll('details')].map(group => group.querySelector('summary')?.textContent)
    expect(groups).toEqual(['pack.yaml 2', 'legal/impressum.md 1'])
  })

  test('says so where nothing is open and nothing was changed', async () => {
    open(`/staedte/${city.id}`, { city: async () => cityDetail(city) })
    expect(await screen.findByText('Alles geprüft')).toBeTruthy()
    expect(screen.getByText(/wurden nicht verändert/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'übungsheim.localhost'.replace('ü', '') }).getAttribute('rel')).toBe('external')
  })

  test('tells of a city that is not there, without asking to try again', async () => {
    open('/staedte/00000000-0000-4000-8000-00000000ffff', { city: () => Promise.reject(refusal('city.not_found')) })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Noch einmal versuchen' })).toBeNull()
  })

  test('asks the server nothing for an address that can be no city', async () => {
    open('/staedte/unsinn', {})
    expect(await screen.findByRole('heading', { name: 'Diese Seite gibt es nicht' })).toBeTruthy()
  })
})
