import { readCheckData } from '@digitallotsen/audit/corpus/check-data.ts'
import { compareRendered, compareSite, figuresOf, type Comparison, type Figures } from '@digitallotsen/audit/corpus/judge-corpus.ts'
import { listSlugs, loadSite, type LoadedSite } from '@digitallotsen/audit/corpus/load-site.ts'
import { createTurnstile } from '../../turnstile.ts'
import { findBrowser } from '../find-browser.ts'
import { visitPage } from '../page-visit.ts'
import { dropProfile, makeProfile } from '../profile-folder.ts'
import { openGuardedBrowser, type GuardedBrowser } from '../render-page.ts'
import { visitPace, type VisitPace } from '../visit-pace.ts'
import { liveHost, openCorpusWorld } from './corpus-world.ts'

/** The checks that a browser changes. */
const seenByBrowser = ['R-06', 'R-07', 'R-08', 'F-12', 'T-02', 'T-04', 'B-02']

export type RenderedCorpusReport = {
  proof: 'corpus, browser'
  seed: number
  verdict: 'holds' | 'broken' | 'no browser'
  sites: number
  checks: Record<string, string | number | null>[]
  below: string[]
  differences: string[]
  /** How many of these checks hold for the same sites without a browser; must be none but those that need none. */
  control: string[]
}

/** Pages seen side by side; most of a visit is waiting. */
const atOnce = 4

const contact = 'https://stadt.example/kontakt'
/** The sites of the corpus answer at once, so that less has to be waited for. */
const hasty: VisitPace = { ...visitPace, restMs: 800, quietMs: 200, patienceMs: 3_000, axeMs: 20_000 }

const lineOf = ({ id, certainty, truePositives, falsePositives, falseNegatives, precision, recall, otherDifferences }: Figures) => ({ id, certainty, tp: truePositives, fp: falsePositives, fn: falseNegatives, precision, recall, otherDifferences })

const seeAll = async (sites: readonly LoadedSite[], { process: { tools }, proxy }: GuardedBrowser, pace: VisitPace, signal: AbortSignal): Promise<Comparison[]> => {
  const checks = readCheckData()
  const pass = createTurnstile(atOnce)
  const see = async (loaded: LoadedSite) => {
    const order = { url: `https://${liveHost(loaded.site)}/`, contact, isCertificateIgnored: true }
    return compareRendered(loaded, await visitPage({ tools, order, proxyPort: proxy.port, pace, signal }), checks)
  }
  return (await Promise.all(sites.map(loaded => pass(() => see(loaded))))).flat()
}

/**
 * Opens the sites of the corpus that need a browser in a real one, served with their scripts, styles and pictures by a web that is this
 * machine, and judges what was seen beside what their writers expect. `long` waits as long as the product does.
 */
export const run = async ({ long, seed }: { long: boolean; seed: number }): Promise<RenderedCorpusReport> => {
  const sites = listSlugs().map(slug => loadSite(slug)).filter(({ site }) => site.expectRendered !== undefined)
  const browser = findBrowser({ AUDIT_BROWSER: process.env['CHROMIUM'] ?? 'auto', AUDIT_BROWSER_UNSANDBOXED: true })
  const frame = { proof: 'corpus, browser' as const, seed, sites: sites.length }
  if (!browser) return { ...frame, verdict: 'no browser', checks: [], below: [], differences: [], control: [] }
  const data = readCheckData().filter(({ id }) => seenByBrowser.includes(id))
  const world = await openCorpusWorld(sites)
  const profile = makeProfile(browser.account)
  const signal = AbortSignal.timeout(300_000)
  try {
    const opened = await openGuardedBrowser({ guard: { network: world.network, trial: [], connectMs: 4_000 }, browser, profile, contact, signal, limits: { requests: 10_000, bytes: 1_000_000_000, headerBytes: 32_768 } })
    const comparisons = await seeAll(sites, opened, long ? visitPace : hasty, signal)
    await opened.close()
    const figures = figuresOf(data, comparisons)
    const blind = sites.flatMap(loaded => compareSite({ ...loaded, site: { ...loaded.site, expect: { ...loaded.site.expect, ...loaded.site.expectRendered } } }, data))
    const control = figuresOf(data, blind).filter(({ holds }) => holds).map(({ id }) => id)
    const below = figures.filter(({ holds }) => !holds).map(({ id }) => id)
    return {
      ...frame,
      verdict: below.length === 0 && control.length === 0 ? 'holds' : 'broken',
      checks: figures.map(lineOf),
      below,
      differences: comparisons.filter(({ expected, result }) => expected !== result.verdict).map(({ slug, id, expected, result }) => `${slug} ${id} expected ${expected}, is ${result.verdict} ${result.places.map(({ cause, quote = '' }) => `${cause} ${quote}`).join(' ').slice(0, 200)}`),
      control,
    }
  } finally {
    await world.close()
    await dropProfile(profile)
  }
}

