import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { theProduct } from './product.ts'
import type { CityUnderTest } from './product.types.ts'

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

const findBrowser = (): string => {
  const found = places.find(place => place && existsSync(place))
  if (!found) throw new Error('No Chromium here: install one, or name its path in CHROMIUM.')
  return found
}

export const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 900 } },
} as const satisfies Record<string, BrowserContextOptions>
export type Device = keyof typeof devices

export const cityAt = (index: number): CityUnderTest => {
  const city = theProduct().cities[index]
  if (!city) throw new Error(`There is no city number ${index + 1} under tenants/.`)
  return city
}

export const originOf = (host: string): string => `http://${host}:${theProduct().port}`

/** What a page must never do, collected while a journey goes on. */
export class Conscience {
  readonly #complaints: string[] = []
  readonly #forgiven: RegExp[] = []

  complain(text: string): void {
    this.#complaints.push(text)
  }

  /** For what a journey brings about itself, such as a network that is gone. */
  forgive(pattern: RegExp): void {
    this.#forgiven.push(pattern)
  }

  /** Passes where nothing was heard since the last time it was asked. */
  ensureClear(): void {
    const heard = this.#complaints.splice(0)
    expect(heard.filter(text => !this.#forgiven.some(pattern => pattern.test(text)))).toEqual([])
  }
}

const listen = (page: Page, conscience: Conscience): void => {
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') conscience.complain(`console: ${message.text()} (${page.url()})`)
  })
  page.on('pageerror', error => conscience.complain(`error: ${error.message} (${page.url()})`))
}

export type Visit = { context: BrowserContext; page: Page; conscience: Conscience }

let browser: Browser | undefined

/** One browser per file of journeys. */
export const useBrowser = (): void => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
  })
}

/** A person with a device of their own; every request that leaves the city's origin, every console message and every CSP report counts. */
export const visit = async (host: string, device: Device, options: BrowserContextOptions = {}): Promise<Visit> => {
  if (!browser) throw new Error('visit() needs useBrowser() in this file.')
  const origin = originOf(host)
  const context = await browser.newContext({ locale: 'de-DE', baseURL: origin, ...devices[device], ...options })
  context.setDefaultTimeout(15_000)
  const conscience = new Conscience()
  context.on('request', request => {
    const { origin: asked, protocol } = new URL(request.url())
    if (asked !== origin && protocol !== 'blob:' && protocol !== 'data:') conscience.complain(`off-origin request: ${request.url()}`)
  })
  if (options.javaScriptEnabled !== false) {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', event => console.error(`CSP report: ${event.violatedDirective} ${event.blockedURI}`))
    })
  }
  context.on('page', page => listen(page, conscience))
  return { context, conscience, page: await context.newPage() }
}
