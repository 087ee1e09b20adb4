import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { boot, type Running } from '../boot.ts'
import { readEnv } from '../env.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { recentlyPublished } from '../features/listing/directory.service.ts'
import { applyAllPacks } from '../features/packs/apply-all.ts'
import { ensureSample } from '../sample/sample.ts'
import { median } from './rounds.ts'
import type { Line } from './table.ts'

const runs = 5
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

type Scores = Record<(typeof categories)[number], number> & { lcp: number; names: string[] }

const runOnce = async (url: string): Promise<Scores> => {
  const chromePath = places.find(place => existsSync(place))
  const browser = await launch({ ...(chromePath ? { chromePath } : {}), chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    const result = await lighthouse(url, { port: browser.port, onlyCategories: [...categories], logLevel: 'error' })
    if (!result || result.lhr.runtimeError) throw new Error(`lighthouse gave no result: ${result?.lhr.runtimeError?.message ?? ''}`)
    const { lhr } = result
    const scores = Object.fromEntries(categories.map(name => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)])) as Record<(typeof categories)[number], number>
    const lost = Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary')
    return { ...scores, lcp: (lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN) / 1000, names: lost.map(audit => audit.id) }
  } finally {
    browser.kill()
  }
}

/** A trace that did not come about (a busy machine) is no measurement: it is taken again, twice at most. */
const runUntilTraced = async (url: string, attempts = 3): Promise<Scores> => {
  try {
    return await runOnce(url)
  } catch (error) {
    if (attempts === 1) throw error
    return runUntilTraced(url, attempts - 1)
  }
}

/** The whole product with its sample data, in a folder of its own that is kept. */
const openProduct = (root: string, log: (message: string) => void): Promise<Running> => {
  const env = readEnv({ ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', DATA_DIR: join(root, '.data/bench-pages'), REQUESTS_PER_MINUTE: '1000000000' })
  return boot({
    env, root, log,
    prepare: database => applyAllPacks(database.operatorLanes, env.TENANTS_DIR, log),
    furnish: async services => void (await ensureSample(services, log)),
  })
}

type Page = { name: string; path: string }

const listPages = async ({ services }: Running, { tenantId }: CityEntry): Promise<Page[]> => {
  const [newest] = await services.lanes.withTenant(tenantId, tx => recentlyPublished(tx, 1))
  if (!newest) throw new Error('the sample has no business that is live')
  return [{ name: 'Startseite', path: '/' }, { name: 'Verzeichnis', path: '/betriebe' }, { name: 'Betrieb', path: `/betriebe/${newest.slug}` }, { name: 'Angebote', path: '/angebote' }]
}

const measurePage = async ({ name, path }: Page, origin: string): Promise<Line[]> => {
  const all: Scores[] = []
  for (let i = 0; i < runs; i++) all.push(await runUntilTraced(origin + path))
  const of = (score: Exclude<keyof Scores, 'names'>) => median(all.map(scores => scores[score]))
  const lost = [...new Set(all.flatMap(({ names }) => names))].join(' ')
  return [
    { what: `${name}, Lighthouse mobil: Leistung`, value: of('performance'), goal: 98, moonshot: 100 },
    ...(['accessibility', 'best-practices', 'seo'] as const).map(score => ({ what: `${name}: ${score}`, value: of(score), goal: 100, moonshot: 100 })),
    { what: `${name}: LCP, nachgebildetes langsames 4G`, value: of('lcp'), goal: 1.2, moonshot: 0.8, atMost: true, unit: 's', note: lost },
  ]
}

/** The public pages of the first city as a telephone gets them, by the server as it is; a fresh browser for each run. */
export const measurePublicPages = async (root: string, log: (message: string) => void): Promise<Line[]> => {
  const running = await openProduct(root, log)
  try {
    const [city] = await running.services.cities.list()
    if (!city) throw new Error('there is no city')
    const origin = `http://${city.pack.hosts[0] ?? ''}:${running.port}`
    const lines: Line[] = []
    for (const page of await listPages(running, city)) lines.push(...(await measurePage(page, origin)))
    return lines
  } finally {
    await running.close()
  }
}
