import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

async function weigh(name: string): Promise<number> {
  const result = await build({ configFile: false, logLevel: 'silent', build: { write: false, rolldownOptions: { input: pathOf(name) } } })
  const outputs = [result].flat().flatMap((each) => ('output' in each ? each.output : []))
  const sheet = outputs.find((output) => output.fileName.endsWith('.css'))
  if (sheet?.type !== 'asset') throw new Error(`${name} was not built`)
  return gzipSync(sheet.source, { level: 9 }).length
}

/** What only some screens show; each part imports the sheet it needs. */
const laterSheets = ['forms', 'lists', 'tables', 'charts', 'bars', 'map', 'photo', 'dialog', 'tabs', 'stepper']

test('the public sheet and the first one of the apps weigh at most 6 kB each, a later one at most 2 kB', async () => {
  expect(await weigh('public.css')).toBeLessThanOrEqual(6000)
  expect(await weigh('app.css')).toBeLessThanOrEqual(6000)
  for (const name of laterSheets) expect(await weigh(`${name}.css`), name).toBeLessThanOrEqual(2000)
})

const readText = (path: string): Promise<string> => readFile(pathOf(path), 'utf8')

async function readSheet(name: string): Promise<string> {
  const css = await readText(name)
  const imported = await Promise.all([...css.matchAll(/@import "\.\/([\w-]+\.css)"/g)].map((match) => readSheet(match[1] ?? '')))
  return [...imported, css].join('\n')
}

const classesIn = (css: string): Set<string> => new Set([...css.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1] ?? ''))

/** The sheets of a part and of the parts it is made of. */
async function sheetsOf(part: string): Promise<Set<string>> {
  const code = await readText(`../${part}`)
  const parts = [...code.matchAll(/from '\.\/([\w-]+\.tsx)'/g)].map((match) => match[1] ?? '')
  const inherited = await Promise.all(parts.map(sheetsOf))
  return new Set([...code.matchAll(/import '\.\/styles\/([\w-]+)\.css'/g)].map((match) => match[1] ?? '').concat(...inherited.map((each) => [...each])))
}

const classesUsed = (code: string): string[] =>
  [...code.matchAll(/class=(?:"([^"]*)"|\{(?:classes\()?([^}]*)\})/g)].flatMap((match) => (match[1] ?? [...(match[2] ?? '').matchAll(/['`]([^'`$]*)/g)].map((text) => text[1]).join(' ')).split(/\s+/))

test('a part brings the sheet that its classes stand in', async () => {
  const known = classesIn(await readSheet('app.css')).union(classesIn(await readSheet('public.css')))
  const later = new Map(await Promise.all(laterSheets.map(async (name) => [name, classesIn(await readSheet(`${name}.css`))] as const)))
  const parts = (await readdir(pathOf('..'))).filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
  const missing: string[] = []
  for (const part of parts) {
    const sheets = await sheetsOf(part)
    for (const name of classesUsed(await readText(`../${part}`))) {
      const homes = laterSheets.filter((sheet) => later.get(sheet)?.has(name))
      if (!known.has(name) && homes.length > 0 && !homes.some((sheet) => sheets.has(sheet))) missing.push(`${part}: .${name} of ${homes.join(' or ')}.css`)
    }
  }
  expect(parts.length).toBeGreaterThan(30)
  expect(missing).toEqual([])
})

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1)
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['surface-page', 'surface-raised', 'surface-sunken']
const pairs: [foreground: string[], background: string[], ratio: number][] = [
  [['text'], [...surfaces, 'action-soft'], 7],
  [['text-muted', 'link', 'action', 'accent', 'success', 'warning', 'danger'], surfaces, 4.5],
  [['text-on-action'], ['action', 'action-hover'], 4.5],
  [['text-on-brand'], ['surface-brand'], 7],
  [['action', 'action-hover', 'link', 'text-muted'], ['action-soft'], 4.5],
  [['accent'], ['accent-soft'], 4.5],
  [['success'], ['success-soft'], 4.5],
  [['warning'], ['warning-soft'], 4.5],
  [['danger'], ['danger-soft'], 4.5],
  [['border', 'border-strong', 'focus'], ['surface-page', 'surface-raised'], 3],
]

test.each(['light', 'dark'])('the neutral fallback is legible in %s', async (scheme) => {
  const css = await readFile(pathOf('tokens.css'), 'utf8')
  const block = css.split(':where(:root)')[scheme === 'light' ? 1 : 2] ?? ''
  const colours = new Map([...block.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map((match) => [match[1], match[2] ?? '']))
  const weak = pairs.flatMap(([fronts, backs, ratio]) =>
    fronts.flatMap((front) => backs.filter((back) => contrast(colours.get(front) ?? '', colours.get(back) ?? '') < ratio).map((back) => `${front} on ${back}`)),
  )
  expect(colours.size).toBeGreaterThan(22)
  expect(weak).toEqual([])
})
