import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { Verdict, Violation } from '@digitallotsen/domain/matching/verdict.schemas.ts'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { AppContext, createAppServices } from '../../app/app-context.ts'
import type { AppServices } from '../../app/app-context.ts'
import type { Boot } from '../../lib/boot.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { createClient } from '../../lib/trpc.ts'
import { core } from '../../locales/de/core.ts'
import { matching as words } from '../../locales/de/matching.ts'
import { CaseCard } from './case-card.tsx'
import type { WaitingCase } from './matching.queries.ts'
import { createSending } from './sending.state.ts'
import { profileText, verdictTexts, violationText, type Names } from './sentences.ts'

afterEach(cleanup)

const same = (id: string) => id
const names: Names = { guide: id => `Lotsin ${id}`, business: id => `Laden ${id}`, district: id => `Ort ${id}`, field: same, trade: same }

const violations: [Violation, string][] = [
  [{ code: 'gate', missing: [{ kind: 'module', moduleId: 'L-07' }, { kind: 'release' }] }, 'Darf noch keinen Betrieb begleiten. Es fehlt: Modul L-07 und die Freigabe.'],
  [{ code: 'inactive', state: 'paused' }, 'Macht gerade eine Pause.'],
  [{ code: 'capacity', capacity: 2, load: 1, asked: 1 }, 'Kein Platz frei: 2 Plätze, eine Begleitung, eine offene Anfrage.'],
  [{ code: 'conflict', kind: 'family' }, 'Gehört zur Familie.'],
  [{ code: 'same_trade', trade: 'Floristik' }, 'Hat ein eigenes Interesse in derselben Branche (Floristik).'],
  [{ code: 'refused', by: 'business', on: '2026-02-20' }, 'Der Betrieb hat sie am 20. Feb. 2026 abgelehnt.'],
  [{ code: 'language', wished: ['tr', 'ar'], spoken: ['de'] }, 'Spricht nicht Türkisch oder Arabisch, sondern Deutsch.'],
  [{ code: 'district', district: 'nord', nearest: 'mitte', km: 2.2, reachKm: 1.5 }, 'Zu weit weg: von Ort mitte bis Ort nord sind es 2,2 km, möglich sind 1,5 km.'],
  [{ code: 'blocked', days: 42 }, 'In den nächsten 42 Tagen ist kein Tag ohne Sperrzeit.'],
]

test.each(violations)('a broken rule is a German sentence: %j', (given, text) => expect(violationText(given, names)).toBe(text))

test('who is passed over is told by whom the places are taken, and by how many points it was', () => {
  const sum = { parts: [], total: 40 }
  const told: [Verdict, string][] = [
    [{ kind: 'fewer', ...sum, proposedTotal: 55 }, 'Würde passen, hat aber weniger Punkte: 40 statt 55.'],
    [{ kind: 'taken', ...sum, by: ['1', '2'] as unknown as Extract<Verdict, { kind: 'taken' }>['by'] }, 'Würde passen (40 Punkte), ihre Plätze brauchen: Laden 1 und Laden 2.'],
  ]
  for (const [verdict, text] of told) expect(verdictTexts(verdict, names)).toEqual([text])
})

test('what would be is told with its number', () => {
  expect(profileText({ languages: ['de', 'tr'], district: 'nord', fields: [], places: 5, takes: 5, more: 4 }, 9, names)).toBe('Eine Lotsin mit Türkisch in Ort nord würde 4 von 9 Betrieben ohne Vorschlag mehr versorgen.')
})

const waiting = {
  mentorshipId: 'm-1', merchantId: 'b-1', business: 'Blumen am Markt', districtId: 'mitte', wishes: { languages: ['tr'], days: [], note: null }, openFields: ['HF2'], waitingSince: '2026-02-01', taken: 0, excluded: [],
  proposed: { guideId: 'g-1', total: 30, parts: [{ what: 'language', points: 30, most: 30, language: 'tr', wish: 'first' }] },
} as unknown as WaitingCase

const verdicts = [
  { guideId: 'g-1', verdict: { kind: 'proposed', parts: [], total: 30 } },
  { guideId: 'g-2', verdict: { kind: 'excluded', violations: [{ code: 'language', wished: ['tr'], spoken: ['de'] }] } },
  { guideId: 'g-3', verdict: { kind: 'excluded', violations: [{ code: 'conflict', kind: 'family' }] } },
]

const open = () => {
  const sent: unknown[] = []
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    if (init?.method === 'POST') sent.push(JSON.parse(String(init.body)))
    const data = init?.method === 'POST' ? {} : { state: 's', verdicts }
    return new Response(JSON.stringify([{ result: { data } }]), { headers: { 'content-type': 'application/json' } })
  }
  const city = { slug: 'musterstadt', name: 'Musterstadt', programme: 'Lotsen', claim: null, locales: ['de' as const], districts: [], postcodes: [], sample: false, contact: { organisation: 'Amt', person: null, role: null, phone: null, email: null, address: null, hours: null } }
  const services: AppServices = { ...createAppServices({ city, checks: { quick: true, full: true }, features: {} as Boot['features'], locale: 'de', identity: null }), api: createClient({ url: '/trpc', maxItems: 10, fetch }) }
  const Page = () => {
    const sending = createSending()
    return <ul><CaseCard waiting={waiting} state="s" names={names} sending={sending} /></ul>
  }
  render(() => (
    <AppContext.Provider value={services}>
      <TextsContext.Provider value={{ core }}>
        <QueryClientProvider client={new QueryClient()}>
          <ToastProvider label="Meldungen" closeLabel="Schließen"><Page /></ToastProvider>
        </QueryClientProvider>
      </TextsContext.Provider>
    </AppContext.Provider>
  ))
  return sent
}

test('the proposed guide is asked with the state that was seen, and nobody before the office says so', async () => {
  const sent = open()
  expect(screen.getByText('Spricht Türkisch')).toBeTruthy()
  expect(sent).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /Lotsin g-1 anfragen/ }))
  await waitFor(() => expect(sent).toEqual([{ 0: { mentorshipId: 'm-1', guideId: 'g-1', proposedGuideId: 'g-1', state: 's', overrideReason: null } }]))
})

test('somebody else is chosen with a reason alone, and never against a fixed rule', async () => {
  const sent = open()
  const more = document.querySelector('details') as HTMLDetailsElement
  more.open = true
  fireEvent(more, new Event('toggle'))
  await screen.findByText('Gehört zur Familie.')
  const choice = screen.getByLabelText(words.guide) as HTMLSelectElement
  expect([...choice.options].map(({ value }) => value)).toEqual(['', 'g-2'])
  fireEvent.change(choice, { target: { value: 'g-2' } })
  const submit = screen.getByRole('button', { name: words.chooseSubmit })
  fireEvent.click(submit)
  expect(await screen.findByText(words.reasonError)).toBeTruthy()
  expect(sent).toEqual([])
  fireEvent.input(screen.getByLabelText(words.reason), { target: { value: 'Die Tochter übersetzt.' } })
  fireEvent.click(submit)
  await waitFor(() => expect(sent).toEqual([{ 0: { mentorshipId: 'm-1', guideId: 'g-2', proposedGuideId: 'g-1', state: 's', overrideReason: 'Die Tochter übersetzt.' } }]))
})
