import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { neglected, openSite, tended } from './audited-site.ts'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Visit } from './browser.ts'
import { handsFor } from './hands.ts'
import { listFaults, settle } from './page-checks.ts'
import { theProduct } from './product.ts'
import { auditedHosts } from './product.types.ts'
import { findMyBusiness, signIn } from './sign-in.ts'

useBrowser()

const runTime = { timeout: 90_000 }
const measure = 'Rechts-Grundcheck Auftritt'
const [shop, neighbour] = auditedHosts
const addressOf = (host: string): string => `${host}:${theProduct().sitePort}`

let site: Awaited<ReturnType<typeof openSite>>
let visitor: Visit

beforeAll(async () => {
  site = await openSite(neglected)
})
afterAll(() => site.close())
afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

const handIn = async (page: Page, address: string): Promise<void> => {
  await page.getByLabel('Adresse Ihrer Website').fill(address)
  await page.getByRole('button', { name: 'Website prüfen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ihre Website wird geprüft' }).waitFor()
}

const reportIsThere = async (page: Page, title = 'Ihr Website-Bericht'): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: title }).waitFor(runTime)
  await page.getByRole('heading', { level: 2, name: 'Keine Rechtsberatung' }).waitFor()
  await settle(page)
}

const pointsOf = async (page: Page): Promise<number> => Number(await page.locator('.verdict-band').innerText())
/** The row of the question on the imprint and the law: self, guide, measured, what counts. */
const levelsOf = async (page: Page): Promise<string[]> =>
  (await page.getByRole('row', { name: /^5\.1 / }).getByRole('cell').allInnerTexts()).map(text => text.replace(/\s+/g, ' ').replaceAll('\u2011', '-').trim())

const unfold = (page: Page): Promise<void> => page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)))

const ensurePrintable = async (page: Page): Promise<void> => {
  const path = await page.getByRole('link', { name: 'Als PDF laden' }).getAttribute('href')
  const pdf = await page.evaluate(async address => {
    const answer = await fetch(address)
    return { status: answer.status, type: answer.headers.get('content-type'), start: (await answer.text()).slice(0, 5) }
  }, path ?? '')
  expect(pdf).toEqual({ status: 200, type: 'application/pdf', start: '%PDF-' })
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('button', { name: 'Drucken' }).isVisible()).toBe(false)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
}

describe('a merchant with a neglected website', () => {
  test('has it checked, takes a measure into the plan, tends the site, and the next audit finishes the measure', async () => {
    const { host, slug } = cityAt(0)
    visitor = await visit(host, 'desktop')
    const { page } = visitor
    await signIn(page, host, `laden1@${slug}.example`)
    const home = `/mein-betrieb/${await findMyBusiness(page)}`

    await page.goto(home)
    await page.getByRole('heading', { level: 2, name: 'Ihre Website' }).waitFor()
    await page.getByRole('link', { name: 'Website prüfen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Website-Prüfung' }).waitFor()
    expect(await listFaults(page)).toEqual([])
    await page.goto(`${home}/website`)
    await handIn(page, addressOf(shop))
    await page.getByText(/Seite \d von \d/).first().waitFor(runTime)

    await page.goto(home)
    await page.getByText('Eine Prüfung läuft gerade.').waitFor()
    await page.goto(`${home}/website`)
    await page.getByRole('link', { name: 'Prüfung ansehen' }).click()
    await reportIsThere(page)

    expect(await pointsOf(page)).toBeLessThan(20)
    expect(await levelsOf(page)).toEqual(['Stufe 2', '–', expect.stringMatching(/^bis Stufe 0 wegen R-0/) as string, 'Stufe 0'])
    await unfold(page)
    await page.getByText('Der Link führt zur abgeschalteten OS-Plattform.').waitFor()
    await page.getByRole('button', { name: `In den Plan aufnehmen: ${measure}` }).click()
    await page.locator('main').getByRole('link', { name: measure }).first().waitFor()
    expect(await page.getByRole('button', { name: `In den Plan aufnehmen: ${measure}` }).count()).toBe(0)
    await page.getByRole('region', { name: 'Meldungen' }).getByRole('button', { name: 'Schließen' }).click()
    await ensurePrintable(page)
    expect(await listFaults(page)).toEqual([])
    const before = await pointsOf(page)

    site.become(tended)
    await page.goto(`${home}/website`)
    await handIn(page, addressOf(shop))
    await reportIsThere(page)
    expect(await pointsOf(page)).toBeGreaterThan(before + 30)
    await page.getByText(/^Ihre Website hat \d+ Punkte gewonnen\.$/).waitFor()
    await page.getByText(/^\d+ Punkte sind behoben$/).waitFor()
    expect(await levelsOf(page)).toEqual(['Stufe 2', '–', 'nichts spricht dagegen', 'Stufe 2'])
    await unfold(page)
    expect(await listFaults(page)).toEqual([])
    const report = new URL(page.url()).pathname

    await page.goto(`${home}/plan`)
    await page.locator('section', { has: page.getByRole('heading', { name: 'Erledigt' }) }).getByRole('link', { name: measure }).click()
    await page.getByRole('heading', { level: 1, name: measure }).waitFor()
    await page.getByText('Durch die Website-Prüfung bestätigt').waitFor()
    expect(await page.getByRole('button', { name: 'Entfernen' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Prüfung ansehen' }).last().getAttribute('href')).toBe(report)
    expect(await listFaults(page)).toEqual([])
    await page.goto(`${home}/verlauf`)
    await page.getByRole('listitem').filter({ hasText: `Maßnahme erledigt: ${measure}` }).filter({ hasText: 'Website-Prüfung' }).waitFor()
  })

  test('is told why an address leads nowhere', async () => {
    const { host, slug } = cityAt(0)
    visitor = await visit(host, 'phone')
    const { page } = visitor
    await signIn(page, host, `laden7@${slug}.example`)
    await page.goto(`/mein-betrieb/${await findMyBusiness(page)}/website`)
    await handIn(page, 'http://127.0.0.1/')
    await page.getByRole('heading', { level: 1, name: 'Diese Website ließ sich nicht prüfen' }).waitFor(runTime)
    await page.getByText('Diese Adresse führt nicht in das öffentliche Internet.').waitFor()
    expect(await listFaults(page)).toEqual([])
  })
})

describe('a visitor with a phone', () => {
  test('gets the most important findings without an account, and the way on to the check', async () => {
    site.become(neglected)
    visitor = await visit(cityAt(0).host, 'phone')
    const { page } = visitor
    const hands = handsFor('phone')
    await page.goto('/check')
    await hands.press(page.getByRole('link', { name: 'Website prüfen' }))
    await page.getByRole('heading', { level: 1, name: 'Website-Schnellcheck' }).waitFor()
    await handIn(page, addressOf(neighbour))
    await page.waitForURL(/\/website-check\/[\w-]{43}$/)
    const ticket = new URL(page.url()).pathname
    await page.goto('/check')
    await page.goto(ticket)
    await reportIsThere(page, 'Ergebnis Ihres Schnellchecks')
    expect(await page.locator('.finding').count()).toBe(5)
    await page.getByRole('heading', { level: 2, name: 'Was dieser Schnellcheck nicht kann' }).waitFor()
    expect(await page.getByRole('link', { name: 'Zum Digital-Check' }).getAttribute('href')).toBe('/check')
    expect(await listFaults(page)).toEqual([])

    await page.goto(`/website-check/${'x'.repeat(43)}`)
    visitor.conscience.forgive(/404/)
    await page.getByText('Dieses Ergebnis gibt es nicht mehr').waitFor()
  })
})
