import { describe, expect, inject, test } from 'vitest'
import { ask } from './ask.ts'
import { cityAt, originOf, useBrowser, visit } from './browser.ts'
import type { Device } from './browser.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']

describe.each(devices)('without JavaScript at the %s', device => {
  test.each(['/', '/impressum', '/datenschutz', '/barrierefreiheit', '/en', '/en/impressum'])('%s is readable and its links lead somewhere', async path => {
    const { host } = cityAt(0)
    const { context, page, conscience } = await visit(host, device, { javaScriptEnabled: false })
    await page.goto(path)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(400)
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    const origin = originOf(host)
    const hrefs = await page.locator('a[href]').evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
    const own = [...new Set(hrefs.filter(href => href.startsWith(origin)))]
    expect(own.length).toBeGreaterThan(4)
    for (const href of own) {
      const { pathname, hash } = new URL(href)
      const { status, body } = await ask({ host, port: inject('product').port, path: pathname })
      expect(status, href).toBe(200)
      if (hash) expect(body.toString('utf8'), href).toContain(`id="${hash.slice(1)}"`)
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
