import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { build, preview } from 'vite'

const pages = ['seite', 'uebersicht', 'frage', 'formulare', 'arbeit', 'teile', 'diagramme']
const widths = [390, 1280, 320]
const schemes = ['light', 'dark'] as const
const heights: Record<number, number> = { 390: 844, 1280: 800, 320: 640 }

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))
const folder = fileURLToPath(new URL('../../dist/shots', import.meta.url))
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** WCAG 1.4.12: what a reader may set without losing text. */
const textSpacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }'

interface Axe {
  run: (options: { runOnly: string[] }) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

const problems: string[] = []
const note = (where: string, found: readonly string[]): void => void problems.push(...found.map((each) => `${where}: ${each}`))

/** Whatever reaches further right than the window, without being meant to scroll. */
function sidewaysOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect()
      return (box.right > innerWidth + 1 || box.left < -1) && !element.closest('.hidden, .tabs')
    })
    const scrolls = document.documentElement.scrollWidth > innerWidth ? [`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth}`] : []
    return [...scrolls, ...wide.slice(0, 4).map((element) => `out of the window: ${element.outerHTML.slice(0, 120)}`)]
  })
}

/** Elements whose own text is cut by their box. */
function clippedOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const style = getComputedStyle(element)
        if (style.overflowX === 'visible' || style.clipPath !== 'none' || element.closest('.hidden, .tabs') || element.matches('.input, progress, svg, input, dialog')) return false
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
      })
      .map((element) => `clipped: ${element.outerHTML.slice(0, 120)}`),
  )
}

/** Targets smaller than 44 px that do not stand in a line of text. */
function smallTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll<HTMLElement>('a[href], button, summary, select, input')]
      .map((element) => element.closest<HTMLElement>('label, .card-link, .facts > div') ?? element)
      .filter((element) => {
        const box = element.getBoundingClientRect()
        const inText = element.matches('p a, li a:only-child, dd a, .colophon address a') && getComputedStyle(element).display === 'inline'
        return box.width > 0 && !inText && !element.closest('svg, .skip') && (box.height < 43.5 || box.width < 43.5)
      })
      .map((element) => `small target ${Math.round(element.getBoundingClientRect().width)}×${Math.round(element.getBoundingClientRect().height)}: ${element.outerHTML.slice(0, 100)}`),
  )
}

async function axeOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: Axe }).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  )
  return violations.flatMap((violation) => violation.nodes.map((node) => `axe ${violation.id}: ${node.html.slice(0, 140)} ${node.failureSummary?.split('\n').slice(1).join(' ') ?? ''}`))
}

async function shoot(browser: Browser, base: string, name: string, width: number, scheme: (typeof schemes)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: heights[width] ?? 800 }, colorScheme: scheme, reducedMotion: 'reduce', deviceScaleFactor: width < 500 ? 2 : 1 })
  const where = `${name} ${width} ${scheme}`
  page.on('console', (message) => { if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) note(where, [message.text()]); })
  page.on('pageerror', (error) => note(where, [error.message]))
  await page.goto(`${base}?page=${name}`)
  await page.waitForSelector('h1')
  await page.waitForTimeout(400)
  note(where, await axeOf(page))
  note(where, await sidewaysOf(page))
  note(where, await clippedOf(page))
  note(where, await smallTargetsOf(page))
  await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true })
  if (width <= 390 && scheme === 'light') {
    await page.screenshot({ path: `${folder}/${name}-${width}-first.png` })
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets = [sheet]
    }, textSpacing)
    note(`${where} text spacing`, [...(await sidewaysOf(page)), ...(await clippedOf(page))])
    await page.screenshot({ path: `${folder}/${name}-${width}-spacing.png`, fullPage: true })
  }
  await page.close()
}

/** What only a real browser can show of the keyboard. */
async function checkKeyboard(browser: Browser, base: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute('value') || '')
  const expectFocus = async (where: string, wanted: string): Promise<void> => {
    const got = await focused()
    note(`keyboard ${where}`, got.trim() === wanted ? [] : [`focus on „${got}“ instead of „${wanted}“`])
  }
  await page.goto(`${base}?page=frage`)
  await page.waitForSelector('h1')
  await page.keyboard.press('Tab')
  await expectFocus('first stop', 'Zum Inhalt springen')
  const skip = await page.locator('.skip').boundingBox()
  note('keyboard skip link', skip && skip.y >= 0 ? [] : ['not visible on focus'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expectFocus('after the skip link', 'Zurück')
  await page.keyboard.press('Tab')
  await expectFocus('answers', '2')
  await page.keyboard.press('ArrowDown')
  note('keyboard answers', (await page.locator('input:checked').inputValue()) === '3' ? [] : ['arrow down does not choose the next answer'])
  await page.goto(`${base}?page=teile`)
  const opener = page.getByRole('button', { name: 'Dialog öffnen' })
  await opener.focus()
  await page.keyboard.press('Enter')
  for (let stop = 0; stop < 7; stop += 1) {
    await page.keyboard.press('Tab')
    const behind = await page.evaluate(() => document.activeElement !== document.body && !document.activeElement?.closest('dialog'))
    note('keyboard dialog', behind ? ['the focus leaves it'] : [])
  }
  await page.keyboard.press('Escape')
  note('keyboard dialog', (await page.locator('dialog[open]').count()) > 0 ? ['Escape does not close it'] : [])
  await expectFocus('dialog', 'Dialog öffnen')
  await page.close()
}

/** A photo goes in large and comes out small, upright, as JPEG. */
async function checkPhoto(browser: Browser, base: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(`${base}?page=formulare`)
  const large = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 4000
    canvas.height = 3000
    const context = canvas.getContext('2d')
    for (let x = 0; x < 40; x += 1) {
      if (context) context.fillStyle = `hsl(${x * 9} 60% 50%)`
      context?.fillRect(x * 100, 0, 100, 3000)
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  await page.setInputFiles('input[type=file]', { name: 'gross.png', mimeType: 'image/png', buffer: Buffer.from(large, 'base64') })
  const image = page.locator('.photo-preview img')
  await image.waitFor()
  const size = await image.evaluate(async (element: HTMLImageElement) => {
    await element.decode()
    return { width: element.naturalWidth, height: element.naturalHeight }
  })
  note('photo', size.width === 1600 && size.height === 1200 ? [] : [`is ${size.width}×${size.height}`])
  await image.scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${folder}/photo-390.png` })
  note('photo', await axeOf(page))
  await page.close()
}

async function shootModes(browser: Browser, base: string): Promise<void> {
  const contrast = await browser.newPage({ viewport: { width: 390, height: 844 }, forcedColors: 'active', reducedMotion: 'reduce' })
  for (const name of ['frage', 'diagramme', 'formulare']) {
    await contrast.goto(`${base}?page=${name}`)
    await contrast.waitForSelector('h1')
    await contrast.screenshot({ path: `${folder}/${name}-contrast.png`, fullPage: true })
  }
  await contrast.goto(`${base}?page=teile#dialog`)
  await contrast.waitForSelector('dialog[open]')
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' })
  await phone.goto(`${base}?page=teile#dialog`)
  await phone.waitForSelector('dialog[open]')
  await phone.screenshot({ path: `${folder}/dialog-390.png` })
  note('dialog', await axeOf(phone))
  await phone.keyboard.press('Escape')
  await phone.getByRole('button', { name: 'Eintrag löschen' }).click()
  await phone.screenshot({ path: `${folder}/toast-390.png` })
  note('toast', await axeOf(phone))
  const paper = await browser.newPage({ viewport: { width: 794, height: 1123 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  for (const name of ['seite', 'diagramme']) {
    await paper.goto(`${base}?page=${name}`)
    await paper.waitForSelector('h1')
    await paper.emulateMedia({ media: 'print' })
    await paper.screenshot({ path: `${folder}/${name}-print.png`, fullPage: true })
    await paper.emulateMedia({ media: 'screen' })
  }
  await Promise.all([contrast.close(), phone.close(), paper.close()])
}

const axeSource = await readFile(axePath, 'utf8')
/** Names of pages, or `modes` for the checks beyond the pages; everything without. */
const only = process.argv.slice(2)

await build({ configFile, logLevel: 'error' })
await mkdir(folder, { recursive: true })
const server = await preview({ configFile, preview: { port: 0, strictPort: false, host: '127.0.0.1' } })
const address = server.httpServer.address()
if (!address || typeof address === 'string') throw new Error('The preview gave no port.')
const base = `http://127.0.0.1:${address.port}/`
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  for (const name of pages.filter((each) => only.length === 0 || only.includes(each))) {
    for (const width of widths) for (const scheme of schemes) await shoot(browser, base, name, width, scheme)
  }
  if (only.length === 0 || only.includes('modes')) {
    await shootModes(browser, base)
    await checkKeyboard(browser, base)
    await checkPhoto(browser, base)
  }
} finally {
  await browser.close()
  await server.close()
}

const found = [...new Set(problems)]
console.log(found.length === 0 ? 'No findings.' : `${found.length} findings:\n${found.join('\n')}`)
process.exitCode = found.length === 0 ? 0 : 1
