import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { devices } from './browser.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Colours of the other scheme fade in: what is measured half way is neither, so the fading is brought to its end. */
const changeScheme = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish()
  })
}

/** A page has come to rest: its heading stands there, and nothing is a skeleton any more. */
export const settle = async (page: Page): Promise<void> => {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.skeleton, [aria-busy=true]'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

const runAxe = async (page: Page, scene: string): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const results = await page.evaluate(
    () => (window as unknown as { axe: { run(root: Document, options: unknown): Promise<AxeResults> } }).axe.run(document, { resultTypes: ['violations'] }),
  )
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${scene} ${id} ${target.join(' ')} ${failureSummary?.split('\n')[1]?.trim() ?? ''}`))
}

const listSideways = (page: Page, scene: string): Promise<string[]> =>
  page.evaluate(scene => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const scrolls = (element: Element | null): boolean => element !== null && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > clientWidth + 1 && !scrolls(element.parentElement))
    return [`${scene} ${scrollWidth} px wide instead of ${clientWidth}: ${wide.slice(0, 3).map(element => `${element.tagName}.${element.className}`).join(', ')}`]
  }, scene)

/** WCAG 1.4.12; a constructed sheet, since the policy allows no style in the page. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })

/** Text that its own box cuts off. What is hidden from sight on purpose is clipped away as a whole. */
const listClipped = (page: Page, scene: string): Promise<string[]> =>
  page.evaluate(scene => {
    const cuts = (style: CSSStyleDeclaration) => /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY)
    const isHidden = (element: Element | null): boolean => element !== null && (/inset\(50%|rect\(/.test(getComputedStyle(element).clipPath + getComputedStyle(element).clip) || isHidden(element.parentElement))
    return [...document.body.querySelectorAll<HTMLElement>('*')]
      .filter(element => element.innerText?.trim() && !isHidden(element) && cuts(getComputedStyle(element)))
      .filter(element => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      .map(element => `${scene} cuts off ${element.tagName}.${element.className}: ${element.innerText.slice(0, 40)}`)
  }, scene)

/** Everything a finished page must stand, in one load: axe light and dark, 320 px, wider text. */
export const listFaults = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  await settle(page)
  await changeScheme(page, 'light')
  faults.push(...(await runAxe(page, 'light')))
  await page.setViewportSize(devices.phone.viewport)
  await changeScheme(page, 'dark')
  faults.push(...(await runAxe(page, 'dark, phone')))
  faults.push(...(await listSideways(page, 'phone')))
  await page.setViewportSize({ width: 320, height: 640 })
  faults.push(...(await listSideways(page, '320 px')))
  await spaceText(page)
  faults.push(...(await listSideways(page, '320 px, wide text')), ...(await listClipped(page, '320 px, wide text')))
  await page.setViewportSize(devices.desktop.viewport)
  faults.push(...(await listSideways(page, 'wide text')), ...(await listClipped(page, 'wide text')))
  await changeScheme(page, 'light')
  return faults
}

