import { describe, expect, test } from 'vitest'
import { ask } from './ask.ts'
import { cityAt, originOf, useBrowser, visit } from './browser.ts'
import type { Device } from './browser.ts'
import { theProduct } from './product.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']

/** A link leads to a page, and where it names a part of it, to that part. */
const ensureLeadsSomewhere = async (known: Map<string, string>, href: string): Promise<void> => {
  const { hostname, pathname, hash } = new URL(href)
  if (!known.has(pathname)) {
    const { status, body } = await ask({ host: hostname, port: theProduct().port, path: pathname })
    expect(status, href).toBe(200)
    known.set(pathname, body.toString('utf8'))
  }
  if (hash) expect(known.get(pathname), href).toContain(`id="${hash.slice(1)}"`)
}

describe.each(devices)('without JavaScript at the %s', device => {
  test('every public page is readable, and its links lead somewhere', async () => {
    const { host } = cityAt(0)
    const { context, page, conscience } = await visit(host, device, { javaScriptEnabled: false })
    const known = new Map<string, string>()
    for (const path of ['/', '/betriebe', '/betriebe?stadtteil=gibtesnicht', '/angebote', '/en/betriebe', '/impressum', '/datenschutz', '/barrierefreiheit', '/en', '/en/impressum', '/en/datenschutz', '/en/barrierefreiheit']) {
      await page.goto(path)
      expect(await page.locator('h1').count(), path).toBe(1)
      expect(await page.locator('h1').isVisible(), path).toBe(true)
      expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(400)
      expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
      const hrefs = await page.locator('a[href]').evaluateAll(links => links.map(link => new URL(link.getAttribute('href') ?? '', location.href).href))
      const own = hrefs.filter(href => href.startsWith(originOf(host)))
      expect(own.length, path).toBeGreaterThan(4)
      for (const href of own) await ensureLeadsSomewhere(known, href)
    }
    conscience.ensureClear()
    await context.close()
  })

  test('the check says what to do instead', async () => {
    const { host } = cityAt(0)
    const { context, page } = await visit(host, device, { javaScriptEnabled: false })
    await page.goto('/check/schnell')
    expect(await page.locator('noscript, main').first().innerText()).toMatch(/JavaScript/)
    await context.close()
  })
})
