import type { Guard } from '../guarded-dial.ts'
import { phone } from './browser-flags.ts'
import { launchBrowser, type BrowserProcess } from './browser-process.ts'
import type { Browser } from './find-browser.ts'
import { openGuardedProxy, proxyLimits, type GuardedProxy, type ProxyLimits } from './guarded-proxy.ts'
import { visitPage } from './page-visit.ts'
import type { RenderOrder, RenderResult } from './rendered.schemas.ts'
import type { VisitPace } from './visit-pace.ts'

export type OpenBrowserOptions = { guard: Guard; browser: Browser; profile: string; contact: string; signal: AbortSignal; limits?: ProxyLimits }

/** A living browser whose pages come out through the guard alone. */
export type GuardedBrowser = { process: BrowserProcess; proxy: GuardedProxy; close(): Promise<void> }

export const openGuardedBrowser = async ({ guard, contact, limits = proxyLimits, ...options }: OpenBrowserOptions): Promise<GuardedBrowser> => {
  const proxy = await openGuardedProxy(guard, limits, options.signal)
  try {
    const process = await launchBrowser({ ...options, deadEndPort: proxy.deadEndPort, appearance: { ...phone, contact } })
    const close = async () => {
      await process.close()
      await proxy.close()
    }
    return { process, proxy, close }
  } catch (error) {
    await proxy.close()
    throw error
  }
}

/** One page in a browser of its own, started for it and ended after it. */
export const renderPage = async (options: Omit<OpenBrowserOptions, 'contact'>, order: RenderOrder, pace: VisitPace): Promise<RenderResult> => {
  const opened = await openGuardedBrowser({ ...options, contact: order.contact }).catch(() => undefined)
  if (!opened) return { ok: false, reason: options.signal.aborted ? 'failed' : 'no_browser' }
  try {
    return { ok: true, facts: await visitPage({ tools: opened.process.tools, order, proxyPort: opened.proxy.port, pace, signal: options.signal }) }
  } catch {
    return { ok: false, reason: 'failed' }
  } finally {
    await opened.close()
  }
}
