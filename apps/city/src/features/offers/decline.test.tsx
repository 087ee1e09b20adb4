import { QueryClient, QueryClientProvider } from '@tanstack/solid-query'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { AppContext, createAppServices } from '../../app/app-context.ts'
import type { AppServices } from '../../app/app-context.ts'
import type { Boot } from '../../lib/boot.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { createClient } from '../../lib/trpc.ts'
import { core } from '../../locales/de/core.ts'
import { isDeclined, useDecline } from './decline.ts'
import { ownMerchant } from './offer.fixture.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const city: Boot['city'] = {
  slug: 'musterstadt', name: 'Musterstadt', programme: 'Lotsen', claim: null, locales: ['de'], districts: [], postcodes: [], sample: false,
  contact: { organisation: 'Amt', person: null, role: null, phone: null, email: null, address: null, hours: null },
}

/** A business that says no to the offer with this id. */
const sayNo = (offerId: string, status = 200) => {
  const asked: unknown[] = []
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    asked.push(JSON.parse(String(init?.body)))
    const answer = status === 200 ? { result: { data: [] } } : { error: { data: { code: 'offer.not_found' } } }
    return new Response(JSON.stringify([answer]), { headers: { 'content-type': 'application/json' } })
  }
  const boot: Boot = { city, checks: { quick: true, full: true }, features: { directory: true, offers: true } as Boot['features'], locale: 'de', identity: null }
  const services: AppServices = { ...createAppServices(boot), api: createClient({ url: '/trpc', maxItems: 10, fetch }) }
  const Page = () => {
    const decline = useDecline(ownMerchant)
    return <button type="button" onClick={() => decline(offerId, 'Sie haben abgesagt.')}>Absagen</button>
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
  const button = screen.getByRole('button', { name: 'Absagen' })
  fireEvent.click(button)
  return { asked, button }
}

const sent = (offerId: string) => [{ 0: { offerId, merchantId: ownMerchant, accept: false } }]

test('a no is out of sight at once, and sent when it can no longer be taken back', async () => {
  const { asked, button } = sayNo('first')
  fireEvent.click(button)
  expect(isDeclined('first')).toBe(true)
  await vi.advanceTimersByTimeAsync(9_900)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toEqual(sent('first'))
  expect(isDeclined('first')).toBe(false)
})

test('a no that is taken back was never sent', async () => {
  const leaving = vi.spyOn(globalThis, 'fetch')
  const { asked } = sayNo('second')
  fireEvent.click(screen.getByRole('button', { name: core.common.undo }))
  expect(isDeclined('second')).toBe(false)
  await vi.advanceTimersByTimeAsync(60_000)
  window.dispatchEvent(new Event('pagehide'))
  await vi.advanceTimersByTimeAsync(100)
  expect([asked, leaving.mock.calls]).toEqual([[], []])
  leaving.mockRestore()
})

test('whoever leaves the page has said no, in a request that outlives the page', () => {
  const leaving = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response())
  sayNo('third')
  window.dispatchEvent(new Event('pagehide'))
  const [url, init] = leaving.mock.calls[0] ?? []
  expect([url, init?.keepalive, JSON.parse(String(init?.body))]).toEqual(['/trpc/offer.answer', true, { offerId: 'third', merchantId: ownMerchant, accept: false }])
  leaving.mockRestore()
})

test('a no that did not arrive is said so, and the invitation is back', async () => {
  sayNo('fourth', 404)
  await vi.advanceTimersByTimeAsync(10_100)
  expect(isDeclined('fourth')).toBe(false)
  expect(screen.getByRole('region', { name: 'Meldungen' }).textContent).toContain(core.common.failedText)
})
