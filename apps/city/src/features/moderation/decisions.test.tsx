import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { AppContext, createAppServices } from '../../app/app-context.ts'
import type { AppServices } from '../../app/app-context.ts'
import type { Boot } from '../../lib/boot.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { createClient } from '../../lib/trpc.ts'
import { core } from '../../locales/de/core.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { refusalOf, useDecisions } from './decisions.ts'
import { OfferCard } from './offer-card.tsx'
import type { ModeratedOffer } from './moderation.queries.ts'

afterEach(cleanup)

const offer = {
  offerId: '0193d1a0-0000-7000-8000-0000000000c3', merchantId: '0193d1a0-0000-7000-8000-0000000000a1', title: 'Tulpen', business: 'Blumen am Markt', partners: ['Buchladen'], state: 'pending',
  content: { kind: 'offer', title: 'Tulpen', text: 'Zehn für acht', startsOn: '2026-12-01', endsOn: '2026-12-01', startsAt: null, endsAt: null, priceText: '6 €', venue: null },
  submittedAt: '2026-11-20T10:00:00.000Z', updatedAt: '2026-11-20T10:00:00.000Z',
} as unknown as ModeratedOffer

type Answer = { result: { data: unknown } } | { error: { data: { code: string } } }

const servicesWith = (answers: Answer[]) => {
  const asked: unknown[] = []
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    asked.push(JSON.parse(String(init?.body)))
    return new Response(JSON.stringify([answers.shift() ?? { result: { data: { listings: [], offers: [] } } }]), { headers: { 'content-type': 'application/json' } })
  }
  const city = { slug: 'musterstadt', name: 'Musterstadt', programme: 'Lotsen', claim: null, locales: ['de' as const], districts: [], postcodes: [], sample: false, contact: { organisation: 'Amt', person: null, role: null, phone: null, email: null, address: null, hours: null } }
  const services: AppServices = { ...createAppServices({ city, checks: { quick: true, full: true }, features: { directory: true, offers: true } as Boot['features'], locale: 'de', identity: null }), api: createClient({ url: '/trpc', maxItems: 10, fetch }) }
  return { services, asked }
}

const show = (state: 'pending' | 'published', answers: Answer[] = []) => {
  const { services, asked } = servicesWith(answers)
  let done = 0
  const Page = () => {
    const decisions = useDecisions()
    return <OfferCard offer={{ ...offer, state }} decisions={decisions} level={3} onDone={() => done++} />
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
  return { asked, done: () => done }
}

const approve = () => screen.getByRole('button', { name: `${words.approve}: Tulpen` })

test('the office reads everything before it decides', () => {
  show('pending')
  for (const text of ['Tulpen', 'Di., 1. Dezember 2026', 'Zehn für acht', '6 €', words.partners('Buchladen')]) expect(screen.getByText(text)).toBeTruthy()
})

test('a second click on approve sends nothing, and the approval names the wording that was read', async () => {
  const { asked, done } = show('pending')
  fireEvent.click(approve())
  fireEvent.click(approve())
  await within(screen.getByRole('region', { name: 'Meldungen' })).findByText(words.approved('Tulpen'))
  expect(asked).toEqual([{ 0: { offerId: offer.offerId, decision: 'approve', reason: null, seenAt: offer.updatedAt } }])
  await waitFor(() => expect(done()).toBe(1))
})

test('what is live can only be taken down, with a reason', async () => {
  const { asked } = show('published')
  expect(screen.queryByRole('button', { name: `${words.approve}: Tulpen` })).toBeNull()
  fireEvent.input(screen.getByLabelText(words.reason), { target: { value: 'Schon vorbei.' } })
  fireEvent.click(screen.getByRole('button', { name: words.takeDownSubmit, hidden: true }))
  await waitFor(() => expect(asked).toEqual([{ 0: { offerId: offer.offerId, decision: 'take_down', reason: 'Schon vorbei.', seenAt: offer.updatedAt } }]))
})

test.each([
  ['listing.version_stale', words.staleTitle],
  ['offer.state_conflict', words.goneTitle],
  ['role.forbidden', core.common.failedTitle],
])('a refusal with %s says what happened, and nothing is called done', async (code, title) => {
  const { done } = show('pending', [{ error: { data: { code } } }])
  fireEvent.click(approve())
  expect(await screen.findByText(title)).toBeTruthy()
  expect(done()).toBe(0)
})

test('refusals are told apart by what is to be done next', () => {
  expect(['listing.version_stale', 'listing.nothing_waiting', 'lane.busy'].map(code => refusalOf({ code: code as 'lane.busy' }))).toEqual(['stale', 'gone', 'failed'])
})
