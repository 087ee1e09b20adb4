import { existsSync } from 'node:fs'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { openGround } from './ground.ts'
import { median } from './rounds.ts'
import { buildProduct } from './routes/product.routes.ts'
import type { SeedSize } from './seed.ts'
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

/** The public start page of an invented city as a telephone gets it, by the server as it is; a fresh browser for each run. */
export const measureStartPage = async (root: string, size: SeedSize, log: (message: string) => void): Promise<Line[]> => {
  const ground = await openGround(root, { ...size, cities: 1 }, log)
  const { app } = await buildProduct(ground, ground.full)
  try {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const url = `http://${ground.host}:${typeof address === 'object' && address ? address.port : 0}/`
    const all: Scores[] = []
    for (let i = 0; i < runs; i++) all.push(await runUntilTraced(url))
    const of = (name: Exclude<keyof Scores, 'names'>) => median(all.map(scores => scores[name]))
    const lost = [...new Set(all.flatMap(({ names }) => names))].join(' ')
    return [
      { what: 'Lighthouse mobil: Leistung', value: of('performance'), goal: 98, moonshot: 100 },
      ...(['accessibility', 'best-practices', 'seo'] as const).map(name => ({ what: `Lighthouse mobil: ${name}`, value: of(name), goal: 100, moonshot: 100 })),
      { what: 'LCP, nachgebildetes langsames 4G', value: of('lcp'), goal: 1.2, moonshot: 0.8, atMost: true, unit: 's', note: lost },
    ]
  } finally {
    await app.close()
    await ground.close()
  }
}
