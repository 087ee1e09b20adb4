import type { Guard } from '../../guarded-dial.ts'
import { phone } from '../browser-flags.ts'
import { launchBrowser } from '../browser-process.ts'
import { findBrowser } from '../find-browser.ts'
import { proxyLimits } from '../guarded-proxy.ts'
import { visitPage } from '../page-visit.ts'
import { dropProfile, makeProfile } from '../profile-folder.ts'
import { openGuardedBrowser } from '../render-page.ts'
import { visitPace } from '../visit-pace.ts'
import { countAttempts, innerName, shop, turningName } from './attack-page.ts'
import { openAttackWorld, type AttackWorld } from './attack-world.ts'

export type BrowserReport = {
  proof: 'P8, browser'
  verdict: 'holds' | 'broken' | 'no browser'
  isSandboxed: boolean
  attempts: number
  /** Different attempts that came through an open door, and by which ways of a page. */
  control: { reached: number; ways: string[] }
  ours: { reached: number; examples: string[]; shopReads: number; refused: Record<string, number> }
}

const contact = 'https://stadt.example/kontakt'
const pace = { ...visitPace, restMs: 1_500, quietMs: 300, patienceMs: 3_000 }
const paths = ['/', '/weg']
const limits = { ...proxyLimits, requests: 5_000 }

type Opened = { tools: Parameters<typeof visitPage>[0]['tools']; proxyPort: number | undefined }

/** Reads both pages; that a page does not come, or leads away, is no fault here. */
const readAll = async ({ tools, proxyPort }: Opened, world: AttackWorld, signal: AbortSignal): Promise<string[]> => {
  for (const path of paths) {
    await visitPage({ tools, proxyPort, pace, signal, order: { url: `http://${shop}${path}`, contact, isCertificateIgnored: false } }).catch(() => undefined)
  }
  return [...new Set(world.takeReached())]
}

/** Where names and numbers lead without the proxy: the same shop, the same doors. */
const rulesOf = ({ shopPort, doors }: AttackWorld): string =>
  [`MAP ${shop} 127.0.0.1:${shopPort}`, ...['169.254.169.254', '10.0.0.1', '192.168.0.1', innerName, turningName].map(name => `MAP ${name} 127.0.0.1:${doors.tcp}`)].join(', ')

/**
 * P8 for the browser: a page that tries to get in by every way a page has comes through none of the open doors when its browser goes out by
 * the guard, and through many when it does not. The shop itself is read by both.
 */
export const run = async ({ unsandboxed = true }: { unsandboxed?: boolean } = {}): Promise<BrowserReport> => {
  const browser = findBrowser({ AUDIT_BROWSER: process.env['CHROMIUM'] ?? 'auto', AUDIT_BROWSER_UNSANDBOXED: unsandboxed })
  const world = await openAttackWorld()
  const attempts = countAttempts(world.doors)
  if (!browser) return { proof: 'P8, browser', verdict: 'no browser', isSandboxed: false, attempts, control: { reached: 0, ways: [] }, ours: { reached: 0, examples: [], shopReads: 0, refused: {} } }
  const [controlProfile, profile] = [makeProfile(browser.account), makeProfile(browser.account)]
  const signal = AbortSignal.timeout(90_000)
  try {
    const bare = await launchBrowser({ browser, signal, profile: controlProfile, deadEndPort: undefined, appearance: { ...phone, contact }, extraFlags: [`--host-resolver-rules=${rulesOf(world)}`] })
    const control = await readAll({ tools: bare.tools, proxyPort: undefined }, world, signal)
    await bare.close()
    const before = world.shopReads
    world.takeReached()
    const guard: Guard = { network: world.network, trial: [], connectMs: 2_000 }
    const guarded = await openGuardedBrowser({ guard, browser, profile, contact, signal, limits })
    const reached = await readAll({ tools: guarded.process.tools, proxyPort: guarded.proxy.port }, world, signal)
    const { refused } = guarded.proxy
    const { isSandboxed } = guarded.process
    await guarded.close()
    const shopReads = world.shopReads - before
    const ways = [...new Set(control.map(what => what.split('/')[0] ?? ''))].toSorted()
    const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0)
    const holds = reached.length === 0 && shopReads > 10 && refusals > 100 && control.length >= 100 && ways.length >= 18
    return {
      proof: 'P8, browser', verdict: holds ? 'holds' : 'broken', isSandboxed, attempts,
      control: { reached: control.length, ways },
      ours: { reached: reached.length, examples: reached.slice(0, 10), shopReads, refused: { ...refused } },
    }
  } finally {
    await world.close()
    await Promise.all([controlProfile, profile].map(dropProfile))
  }
}
