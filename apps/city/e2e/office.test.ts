import { afterEach, describe, expect, test } from 'vitest'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { handsFor } from './hands.ts'
import { readCode } from './mailbox.ts'
import { theProduct } from './product.ts'
import { signInOperator } from './sign-in.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']
let visitor: Visit

afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

describe.each(devices)('the city office at the %s', device => {
  test('signs in by code, finds a business by search, filter, sorting and page, each in the address, and opens it', async () => {
    const { host, slug } = cityAt(0)
    visitor = await visit(host, device)
    const { page, conscience } = visitor
    const hands = handsFor(device)
    // The list asks before it sends away who is not signed in.
    conscience.forgive(/401/)
    await page.goto('/buero')
    await page.waitForURL('**/anmelden?*')
    await hands.write(page.getByLabel('E-Mail-Adresse'), `amt@${slug}.example`)
    await hands.press(page.getByRole('button', { name: 'Code anfordern' }))
    await page.getByRole('heading', { level: 1, name: 'Code eingeben' }).waitFor()
    await hands.write(page.getByLabel('Code mit sechs Ziffern'), await readCode(host, `amt@${slug}.example`))
    await hands.press(page.getByRole('button', { name: 'Anmelden', exact: true }))
    await page.waitForURL('**/buero')
    await page.getByRole('heading', { level: 1, name: 'Betriebe' }).waitFor()

    await hands.press(page.getByRole('link', { name: 'Weiter', exact: true }))
    await page.waitForURL('**/buero?*seite=2')
    const onSecondPage = page.getByRole('table').getByRole('link', { name: /Musterladen|Teehaus|Schuh|Optik/ })
    await onSecondPage.first().waitFor()
    expect(await onSecondPage.count()).toBeLessThan(25)

    await page.goto('/buero')
    await hands.write(page.getByLabel('Name des Betriebs'), 'aenderung')
    await page.waitForURL('**/buero?suche=aenderung*')
    await page.getByRole('status').getByText('Ein Betrieb gefunden').waitFor()
    await page.reload()
    await page.getByRole('status').getByText('Ein Betrieb gefunden').waitFor()
    expect(await page.getByLabel('Name des Betriebs').inputValue()).toBe('aenderung')

    await page.goto('/buero')
    await hands.select(page.getByLabel('Stand', { exact: true }), 'Start')
    await page.waitForURL('**/buero?*stand=start')
    await page.getByRole('status').getByText(/gefunden/).waitFor()
    await page.goBack()
    await page.waitForURL('**/buero')
    expect(await page.getByLabel('Stand', { exact: true }).inputValue()).toBe('')

    await page.goto('/buero?suche=muster&sortierung=name&richtung=ab')
    await page.getByRole('status').getByText(/gefunden/).waitFor()
    const names = await page.locator('tbody th').allInnerTexts()
    expect(names.length).toBeGreaterThan(3)
    expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare).toReversed())
    await page.goto('/buero?suche=optik')
    await hands.press(page.getByRole('link', { name: 'Optik Klarblick (Muster)' }))
    await page.waitForURL('**/buero/betriebe/*')
    await page.getByRole('heading', { level: 1, name: 'Optik Klarblick (Muster)' }).waitFor()
    await page.getByRole('link', { name: `laden3@${slug}.example` }).waitFor()
    await page.getByRole('heading', { name: 'Verlauf' }).waitFor()
  })
})

describe.each(devices)('the operator at the %s', device => {
  test('signs in by link and sees the cities with their figures, and one of them', async () => {
    const { consoleHost } = theProduct()
    const [first, second] = [cityAt(0), cityAt(1)]
    visitor = await visit(consoleHost, device)
    const { page } = visitor
    const hands = handsFor(device)
    await signInOperator(page, device)
    for (const { name } of [first, second]) await page.getByRole('link', { name, exact: true }).waitFor()
    await hands.write(page.getByLabel('Stadt suchen'), second.name)
    await expect.poll(() => page.getByRole('link', { name: first.name, exact: true }).count()).toBe(0)
    await hands.press(page.getByRole('link', { name: second.name, exact: true }))
    await page.getByRole('heading', { level: 1, name: second.name }).waitFor()
    await page.getByRole('link', { name: second.host, exact: true }).waitFor()
    await page.getByText(second.slug, { exact: true }).waitFor()
    await page.getByRole('heading', { name: 'Angewendete Pakete' }).waitFor()
  })
})
