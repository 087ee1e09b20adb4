import { loadInventedPack } from '../invented-city.fixture.ts'
import { buildPages } from '../pages-build.fixture.ts'
import { withPlatform } from '../platform-views.fixture.ts'
import type { PageView } from '../public-pages.types.ts'
import { listAlarms } from './xss-browser.ts'
import { listDifferences, readPrint, type Print } from './xss-judge.ts'
import { drawAll, harmlessWorld, listFields, withText, type Field } from './xss-pages.ts'
import { hostileAddresses, hostileTexts } from './xss-payloads.ts'

export type P12Report = {
  proof: 'P12'
  seed: number
  verdict: 'holds' | 'broken'
  texts: number
  fields: number
  pages: number
  drawn: number
  /** Pages in which a text became more than a text. */
  differing: number
  examples: string[]
  /** The same texts written as they are into an element, an attribute and a block of data: how many are more than a text there. */
  controls: { element: number; attribute: number; data: number }
  /** Only long: pages opened in Chromium, alarms there, and those of a page that writes the texts as they are. */
  browser: { opened: number; alarms: number; control: number } | null
}

const page = (body: string) => `<!doctype html><html lang="de"><head><title>x</title></head><body>${body}</body></html>`
const careless = {
  element: (text: string) => page(`<p>${text}</p>`),
  attribute: (text: string) => page(`<p><a href="/" title="${text}">x</a></p>`),
  data: (text: string) => page(`<script type="application/ld+json">${JSON.stringify({ name: text })}</script>`),
}

const countBroken = (write: (text: string) => string): number => {
  const harmless = readPrint(write('Muster'))
  return hostileTexts.filter(text => listDifferences(harmless, readPrint(write(text))).length > 0).length
}

type Try = { fields: readonly Field[]; text: string; says: string }

const listTries = (fields: readonly Field[], long: boolean): Try[] => {
  const addresses = fields.filter(({ isAddress }) => isAddress)
  const together = [
    ...hostileTexts.map(text => ({ fields, text, says: 'all fields' })),
    ...hostileAddresses.map(text => ({ fields: addresses, text, says: 'all addresses' })),
  ]
  return long ? [...together, ...fields.flatMap(field => hostileTexts.map(text => ({ fields: [field], text, says: field.path })))] : together
}

/**
 * P12: whatever is written into the texts of a business, an offer or a search, every public page keeps its elements, its attributes and its
 * data, and leads nowhere but to the web, to mail, a telephone or a map. `long` tries each field alone as well, and opens the pages in Chromium.
 */
export const run = async ({ long, seed }: { long: boolean; seed: number }): Promise<P12Report> => {
  const build = await buildPages()
  try {
    const pack = withPlatform(await loadInventedPack())
    const views: PageView[] = (['de', 'en'] as const).map(locale => ({ pack, locale, path: '/', publicCss: build.publicCss, origin: 'https://beispielhausen.example', indexable: true }))
    const fields = listFields(harmlessWorld())
    const harmless = views.map(view => prints(drawAll(build.pages, view, harmlessWorld())))
    const examples: string[] = []
    const toOpen: string[] = []
    let [drawn, differing] = [0, 0]
    for (const [index, { fields: given, text, says }] of listTries(fields, long).entries()) {
      const at = index % views.length
      const pages = drawAll(build.pages, views[at] as PageView, withText(given, text))
      if (says.startsWith('all')) toOpen.push(...Object.values(pages))
      for (const [name, html] of Object.entries(pages)) {
        drawn++
        const differences = listDifferences(harmless[at]?.[name] as Print, readPrint(html))
        if (differences.length === 0) continue
        differing++
        if (examples.length < 10) examples.push(`${name}, ${says}: ${JSON.stringify(text)}: ${differences.join('; ')}`)
      }
    }
    const controls = { element: countBroken(careless.element), attribute: countBroken(careless.attribute), data: countBroken(careless.data) }
    const alarms = long ? await listAlarms(toOpen, build) : []
    examples.push(...alarms.slice(0, 10))
    const browser = long ? { opened: toOpen.length, alarms: alarms.length, control: (await listAlarms(hostileTexts.map(careless.element), null)).length } : null
    const holds = differing === 0 && Object.values(controls).every(count => count > 50) && (browser === null || (browser.alarms === 0 && browser.control > 50))
    return { proof: 'P12', seed, verdict: holds ? 'holds' : 'broken', texts: hostileTexts.length, fields: fields.length, pages: Object.keys(harmless[0] ?? {}).length, drawn, differing, examples, controls, browser }
  } finally {
    await build.remove()
  }
}

const prints = (pages: Record<string, string>): Record<string, Print> => Object.fromEntries(Object.entries(pages).map(([name, html]) => [name, readPrint(html)]))
