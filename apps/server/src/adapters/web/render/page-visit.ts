import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import * as z from 'zod'
import { WebFailure } from '../failure.ts'
import { untilAborted } from '../until-aborted.ts'
import { bypassNothing, phone } from './browser-flags.ts'
import type { DevTools } from './devtools.ts'
import { axeScript, bringScripts, keptScript, lookScript, scrollScript, tellFocusScript, watchFocusScript } from './in-page/page-scripts.ts'
import { PageWatch } from './page-watch.ts'
import { axeAnswerSchema, cookieSchema, focusSchema, keptSchema, lookSchema, type RenderOrder } from './rendered.schemas.ts'
import type { VisitPace } from './visit-pace.ts'

export type Visit = { tools: DevTools; order: RenderOrder; proxyPort: number | undefined; pace: VisitPace; signal: AbortSignal }

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const mostTabs = 80
const none = z.unknown()

/** A page in a context of its own: nothing kept from before, nothing left after; its way out is the proxy given here. */
const openTab = async ({ tools, proxyPort }: Visit): Promise<{ context: string; target: string; session: string }> => {
  const proxy = proxyPort === undefined ? {} : { proxyServer: `http://127.0.0.1:${proxyPort}`, proxyBypassList: bypassNothing }
  const { browserContextId: context } = await tools.send('Target.createBrowserContext', { disposeOnDetach: true, ...proxy }, z.object({ browserContextId: z.string() }))
  await tools.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId: context }, none)
  const { targetId: target } = await tools.send('Target.createTarget', { url: 'about:blank', browserContextId: context }, z.object({ targetId: z.string() }))
  const { sessionId: session } = await tools.send('Target.attachToTarget', { targetId: target, flatten: true }, z.object({ sessionId: z.string() }))
  return { context, target, session }
}

class OpenPage {
  readonly #visit: Visit
  readonly #session: string
  readonly watch: PageWatch
  #world: number | undefined

  constructor(visit: Visit, session: string, target: string) {
    this.#visit = visit
    this.#session = session
    this.watch = new PageWatch(visit.tools, target)
  }

  send<T>(method: string, params: Record<string, unknown>, schema: z.ZodType<T>): Promise<T> {
    return this.#visit.tools.send(method, params, schema, this.#session)
  }

  /** Made a phone, watched, and sent to the address; a page that is none, or says an error, is no page. */
  async go(): Promise<void> {
    const { order, pace, signal } = this.#visit
    await this.watch.attach(this.#session)
    await Promise.all([
      this.send('Page.enable', {}, none),
      this.send('Network.setBypassServiceWorker', { bypass: true }, none),
      this.send('Security.setIgnoreCertificateErrors', { ignore: order.isCertificateIgnored }, none),
      this.send('Emulation.setDeviceMetricsOverride', { ...phone, deviceScaleFactor: 2, mobile: true }, none),
      this.send('Emulation.setTouchEmulationEnabled', { enabled: true }, none),
      this.send('Emulation.setFocusEmulationEnabled', { enabled: true }, none),
    ])
    await this.send('Page.navigate', { url: order.url }, none)
    await Promise.race([untilAborted(signal, this.watch.loaded), wait(pace.loadMs, undefined, { signal })])
    await wait(pace.restMs, undefined, { signal })
    await this.rest()
    const { status = 0, mimeType = '' } = this.watch.main ?? {}
    if (status < 200 || status > 299 || !/html/.test(mimeType)) throw new WebFailure('not_html')
  }

  /** Until nothing has moved on the wire for a while, or patience ends. */
  async rest(): Promise<void> {
    const { pace, signal } = this.#visit
    const last = performance.now() + pace.patienceMs
    while (this.watch.quietMs < pace.quietMs && performance.now() < last) await wait(50, undefined, { signal })
  }

  /** Runs in a world of our own beside the page's: same document, other scripts. */
  async run<T>(expression: string, schema: z.ZodType<T>): Promise<T> {
    this.#world ??= await this.#openWorld()
    const answer = z.object({ result: z.object({ value: z.unknown().optional() }), exceptionDetails: z.unknown().optional() })
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, contextId: this.#world, returnByValue: true, awaitPromise: true }, answer)
    if (exceptionDetails !== undefined) throw new Error('a script in the page has failed')
    return schema.parse(result.value)
  }

  async #openWorld(): Promise<number> {
    const { frameTree } = await this.send('Page.getFrameTree', {}, z.object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) }))
    const { executionContextId } = await this.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'audit' }, z.object({ executionContextId: z.number() }))
    await this.send('Runtime.evaluate', { expression: bringScripts, contextId: executionContextId }, none)
    return executionContextId
  }

  async pressTab(times: number): Promise<void> {
    const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
    for (let i = 0; i < times; i += 1) {
      await this.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }, none)
      await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, none)
    }
  }
}

/** Undefined where it did not come to its end; a large page may be too much for it. */
const runAxe = async (page: OpenPage, { pace, signal }: Visit): Promise<RenderedFacts['axe']> => {
  const asked = page.run(`${axeSource}\n;${axeScript}`, axeAnswerSchema).then(found => found.map(({ impact, ...rest }) => ({ ...rest, ...(impact !== null && { impact }) })))
  return Promise.race([asked.catch(() => undefined), wait(pace.axeMs, undefined, { signal })])
}

/** A dialogue over the page keeps the focus to itself, rightly; then nothing is said of what lies behind. */
const tryKeyboard = async (page: OpenPage, hasBanner: boolean): Promise<RenderedFacts['keyboard']> => {
  if (hasBanner) return undefined
  const stops = await page.run(watchFocusScript, z.number().int().nonnegative())
  if (stops === 0 || stops > mostTabs) return {}
  await page.pressTab(stops)
  const { menu, form } = await page.run(tellFocusScript, focusSchema)
  return { ...(menu !== null && { menu }), ...(form !== null && { form }) }
}

const bareHost = (url: string): string => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : '')

const look = async (page: OpenPage, visit: Visit, context: string): Promise<RenderedFacts> => {
  const { baseFontPx, contactTopPx, banner, ...sizes } = await page.run(lookScript, lookSchema)
  const axe = await runAxe(page, visit)
  const keyboard = await tryKeyboard(page, banner !== null)
  await page.run(scrollScript, none)
  await page.rest()
  const storage = await page.run(keptScript, keptSchema)
  const { cookies } = await visit.tools.send('Storage.getCookies', { browserContextId: context }, z.object({ cookies: cookieSchema }))
  const { requests, transferredBytes, pictures, main } = page.watch
  const own = bareHost(main?.url ?? visit.order.url)
  return {
    ...sizes, cookies, storage, transferredBytes,
    thirdPartyRequests: [...new Set(requests.filter(url => bareHost(url) !== own))].slice(0, 1_000),
    consoleErrors: [],
    pictures: pictures.slice(0, 20),
    ...(baseFontPx !== null && { baseFontPx }),
    ...(contactTopPx !== null && { contactTopPx }),
    ...(banner && { banner }),
    ...(axe && { axe }),
    ...(keyboard && { keyboard }),
  }
}

/**
 * Opens the page and looks: first as it comes, then with the tabulator key, then scrolled to its end; nothing is ever pressed, so all of
 * it is before consent. Throws where the page did not come.
 */
export const visitPage = async (visit: Visit): Promise<RenderedFacts> => {
  const { context, target, session } = await openTab(visit)
  const page = new OpenPage(visit, session, target)
  try {
    await page.go()
    return await look(page, visit, context)
  } finally {
    visit.tools.tell('Target.disposeBrowserContext', { browserContextId: context })
  }
}
