import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { answer, atQuestion, levelOf } from './check-walk.ts'
import { handsWithoutMouse } from './hands.ts'
import { readCode } from './mailbox.ts'
import { readCatalogue } from './procedures.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']
let visitor: Visit

/** All fields of the framework as a picture and as its table, the one that no question touched marked as such in both. */
const ensureFieldsShown = async (page: Page, fields: readonly { short: string; asked: boolean }[]): Promise<void> => {
  const picture = page.getByRole('img', { name: /^Ergebnis je Handlungsfeld/ })
  await picture.waitFor()
  const rows = await page.getByRole('table', { name: 'Ergebnis je Handlungsfeld' }).getByRole('row').allInnerTexts()
  const told = rows.slice(1).map(row => row.split(/\s{1,}/))
  expect(told.map(([name]) => name)).toEqual(fields.map(({ short }) => short))
  expect(told.map(words => words.slice(1).join(' '))).toEqual(fields.map(({ asked }) => (asked ? (expect.stringMatching(/^\d+$/) as string) : 'noch nicht geprüft')))
  const open = fields.filter(({ asked }) => !asked)
  expect(open).toHaveLength(1)
  const labels = await picture.locator('text').evaluateAll(texts => texts.map(text => text.textContent))
  expect(labels).toHaveLength(fields.length)
  for (const { short } of open) expect(labels).toContain(`${short}noch nicht geprüft`)
  expect(await picture.locator('circle').count()).toBe(fields.length - open.length)
  await page.locator('figcaption').getByText(/Noch nicht geprüft: „.+“\./).waitFor()
}

afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

describe.each(devices)('a visitor at the %s', device => {
  test('finds the quick check, sees what is worth doing, and keeps the plan by a code from the mailbox', async () => {
    const city = cityAt(0)
    visitor = await visit(city.host, device)
    const { page } = visitor
    const hands = handsWithoutMouse(device, page)

    await page.goto('/')
    await hands.press(page.getByRole('link', { name: /schnell/i }).first())
    await page.waitForURL('**/check/schnell')
    await hands.press(page.getByRole('button', { name: 'Jetzt beginnen' }))
    for (const [index, level] of [0, 1, 2, 0, 1, 3].entries()) {
      await atQuestion(page, index + 1, 6)
      await answer(page, hands, levelOf(page, level))
    }
    await page.getByRole('heading', { name: 'Prüfen Sie Ihre Antworten' }).waitFor()
    await hands.press(page.getByRole('button', { name: 'Ergebnis ansehen' }))

    await page.getByRole('heading', { level: 1, name: 'Ihr Ergebnis' }).waitFor()
    await page.getByText('2 Muss-Punkte sind offen').waitFor()
    const fields = (await readCatalogue(city.host)).fields.map(({ short, items }) => ({ short, asked: items.some(({ must }) => must) }))
    await ensureFieldsShown(page, fields)
    const measures = page.locator('li.numbered', { has: page.getByRole('heading', { level: 3 }) })
    expect(await measures.count()).toBeGreaterThan(0)
    expect(await measures.count()).toBeLessThanOrEqual(5)
    for (const measure of await measures.all()) {
      await hands.press(measure.locator('summary'))
      for (const part of ['Warum es sich lohnt', 'So gehen Sie vor', 'Woran man sieht, dass es erledigt ist']) await measure.getByRole('heading', { name: part }).waitFor()
      expect(await measure.innerText()).toMatch(/Stunden? Ihrer Zeit · .*Wochen?/)
    }

    await hands.press(page.getByRole('link', { name: 'Plan behalten' }).last())
    await page.getByRole('heading', { level: 1, name: 'Plan behalten' }).waitFor()
    const known = city.districts.find(({ postcodes }) => postcodes.length > 0)
    const email = `inhaber-${device}@laden.example`
    await hands.write(page.getByLabel('Name Ihres Betriebs'), 'Teehaus Probierstube')
    await hands.write(page.getByLabel('Postleitzahl'), known?.postcodes[0] ?? '')
    expect(await page.getByLabel('Quartier').inputValue()).toBe(known?.id)
    await hands.write(page.getByLabel('E-Mail-Adresse'), email)
    await hands.choose(page.getByRole('checkbox'))
    await hands.press(page.getByRole('button', { name: 'Code anfordern' }))

    await page.getByRole('heading', { level: 1, name: 'Code eingeben' }).waitFor()
    await hands.write(page.getByLabel('Code mit sechs Ziffern'), await readCode(city.host, email))
    await hands.press(page.getByRole('button', { name: 'Anmelden', exact: true }))
    await page.waitForURL('**/mein-betrieb/*/plan')
    await page.getByRole('heading', { level: 1, name: 'Ihr Plan' }).waitFor()
    await page.getByText('Teehaus Probierstube').first().waitFor()

    // The bar under the thumb has no room for it: there the overview leads on.
    if (device === 'phone') await hands.press(page.getByRole('link', { name: 'Übersicht', exact: true }))
    await hands.press(page.getByRole('link', { name: 'Checks', exact: true }))
    await page.getByRole('heading', { level: 1, name: 'Ihre Checks' }).waitFor()
    await hands.press(page.getByRole('table').getByRole('link').first())
    await page.getByRole('heading', { level: 1, name: 'Ihr Ergebnis' }).waitFor()
    await ensureFieldsShown(page, fields)
  })
})
