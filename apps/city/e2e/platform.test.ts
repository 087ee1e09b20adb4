import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { ask, askText } from './ask.ts'
import { cityAt, devices, useBrowser, visit, type Device } from './browser.ts'
import { listFaults } from './page-checks.ts'
import { theProduct } from './product.ts'

useBrowser()

const cardNames = (page: Page) => page.locator('main article h2, main article h3, main li h3').allInnerTexts()
const search = async (page: Page, words: string) => {
  await page.getByRole('searchbox').fill(words)
  await page.getByRole('button', { name: 'Suchen' }).click()
}
const countOf = async (page: Page): Promise<number> => Number(/^(\d+|Kein)/.exec(await page.locator('main h2').first().innerText())?.[1] ?? Number.NaN)

/** Addresses of the businesses of a city, as its sitemap names them. */
const listSlugs = async (host: string): Promise<string[]> => {
  const text = await askText({ host, port: theProduct().port, path: '/sitemap.xml' })
  return [...text.matchAll(/<loc>[^<]*?\/betriebe\/([a-z0-9-]+)<\/loc>/g)].flatMap(([, slug = '']) => (slug === '' ? [] : [slug]))
}

describe.each(Object.keys(devices) as Device[])('the platform without JavaScript at the %s', device => {
  test('a visitor finds a shop by its trade, by a slip of the finger and by its district, and reads its page', async () => {
    const { host } = cityAt(0)
    const { context, page, conscience } = await visit(host, device, { javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('link', { name: 'Betriebe', exact: true }).first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const all = await countOf(page)
    expect(all).toBeGreaterThanOrEqual(10)

    await search(page, 'Blumenladen')
    expect(new URL(page.url()).searchParams.get('suche')).toBe('Blumenladen')
    const [florist] = await cardNames(page)
    expect(florist).toContain('Blumen')

    await search(page, 'Blmuen')
    expect(await cardNames(page)).toContain(florist)
    expect(await page.locator('main').innerText()).toContain('Blmuen')

    await search(page, 'gibtesnicht')
    expect(await cardNames(page)).toEqual([])
    expect(await page.locator('main a[href="/betriebe"]').count()).toBeGreaterThan(0)

    await page.goto('/betriebe')
    await page.locator('a[href*="stadtteil="]').last().click()
    const here = await countOf(page)
    expect(here).toBeGreaterThan(0)
    expect(here).toBeLessThan(all)

    await page.goto('/betriebe?suche=Blumen')
    await page.getByRole('link', { name: florist ?? '' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(florist)
    expect(await page.locator('main').innerText()).toMatch(/Öffnungszeiten[\s\S]*Uhr/)
    expect(await page.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
    conscience.ensureClear()
    await context.close()
  })
})

test('every page of the platform is accessible in light and dark, at 320 px and with wide text', async () => {
  const { host } = cityAt(0)
  const { context, page, conscience } = await visit(host, 'desktop')
  const slugs = await listSlugs(host)
  const longest = slugs.reduce((long, slug) => (slug.length > long.length ? slug : long))
  const faults: Record<string, string[]> = {}
  const offer = /href="(\/angebote\/[0-9a-f-]{36})"/.exec(await askText({ host, port: theProduct().port, path: '/angebote' }))?.[1] ?? ''
  for (const path of ['/betriebe', '/betriebe?suche=gibtesnicht', `/betriebe/${longest}`, '/angebote', offer, '/en/betriebe', `/en/betriebe/${slugs[0]}`]) {
    await page.goto(path)
    const found = await listFaults(page)
    if (found.length > 0) faults[path] = found
  }
  expect(offer).not.toBe('')
  expect(faults).toEqual({})
  conscience.ensureClear()
  await context.close()
})

test('the platforms of two cities have nothing in common', async () => {
  const { port } = theProduct()
  const [here, there] = await Promise.all([listSlugs(cityAt(0).host), listSlugs(cityAt(1).host)])
  const only = here.filter(slug => !there.includes(slug))
  const shown = async (host: string, path: string) => (await ask({ host, port, path })).body.toString('utf8')
  for (const path of ['/betriebe', '/betriebe.rss', '/daten/betriebe.json', '/daten/betriebe.csv', '/einbetten/betriebe', '/sitemap.xml', '/angebote.ics']) {
    const body = await shown(cityAt(1).host, path)
    expect(body, path).not.toContain(cityAt(0).host)
    for (const slug of only) expect(body, `${path} ${slug}`).not.toContain(`/betriebe/${slug}`)
  }
  for (const slug of only) expect((await ask({ host: cityAt(1).host, port, path: `/betriebe/${slug}` })).status).toBe(404)
  expect(here.length).toBeGreaterThan(0)
})
