import { isClickable, isShown } from './sight.ts'

/** The size that most of the visible text has, in CSS pixels; null where there is no text. */
export const findBaseFont = (): number | null => {
  const signs = new Map<number, number>()
  const walker = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT)
  for (let seen = 0, node = walker.nextNode(); node && seen < 20_000; node = walker.nextNode(), seen += 1) {
    const length = (node.textContent ?? '').trim().length
    const holder = node.parentElement
    if (length === 0 || !holder || holder.matches('script, style, noscript, template, option') || !isShown(holder)) continue
    const size = Math.round(Number.parseFloat(getComputedStyle(holder).fontSize) * 10) / 10
    signs.set(size, (signs.get(size) ?? 0) + length)
  }
  return [...signs].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** How wide the page is where it can be moved sideways, else the width of the window. */
export const findScrollWidth = (): number => {
  const [root, body] = [document.documentElement, document.body]
  const isHeld = [root, body].some(element => element && /^(?:hidden|clip)$/.test(getComputedStyle(element).overflowX))
  return isHeld ? root.clientWidth : Math.max(root.scrollWidth, body?.scrollWidth ?? 0)
}

/** How far down the first thing lies by which the shop is reached with a tap; null where there is none. */
export const findContactTop = (): number | null => {
  const ways = 'a:is([href^="tel:" i], [href^="mailto:" i], [href^="sms:" i], [href^="whatsapp:" i], [href^="geo:" i], [href*="wa.me/" i], [href*="api.whatsapp.com/" i], [href*="google.com/maps" i], [href*="google.de/maps" i], [href*="maps.google." i], [href*="maps.app.goo.gl/" i], [href*="maps.apple.com/" i], [href*="openstreetmap.org/" i])'
  const tops = [...document.querySelectorAll(ways)].filter(isShown).map(element => Math.round(element.getBoundingClientRect().top + scrollY))
  return tops.length > 0 ? Math.max(0, Math.min(...tops)) : null
}

/** Menus that are there to be pressed, and forms that ask for something. */
export const listMenus = (): Element[] => [...document.querySelectorAll('nav, [role=navigation]')].filter(menu => isShown(menu) && [...menu.querySelectorAll('*')].filter(element => isShown(element) && isClickable(element)).length >= 2)
export const listForms = (): Element[] =>
  [...document.querySelectorAll('form')].filter(form => isShown(form) && [...form.querySelectorAll('input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset]), textarea, select')].some(field => isShown(field) && !field.matches(':disabled')))

/** From here on it is noted whether the focus comes to a menu or a form; tells how many steps are worth trying, 0 where there is neither. */
export const watchFocus = (): number => {
  const [menus, forms] = [listMenus(), listForms()]
  const reached = { menu: false, form: false }
  Object.assign(globalThis, { reachedByTab: { reached, hasMenu: menus.length > 0, hasForm: forms.length > 0 } })
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Node)) return
    reached.menu ||= menus.some(menu => menu.contains(target))
    reached.form ||= forms.some(form => form.contains(target))
  }, true)
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  const stops = document.querySelectorAll('a[href], button, input, select, textarea, summary, iframe, [tabindex]').length
  return menus.length + forms.length === 0 ? 0 : stops + 2
}

export const tellFocus = () => {
  const { reachedByTab } = globalThis as { reachedByTab?: { reached: { menu: boolean; form: boolean }; hasMenu: boolean; hasForm: boolean } }
  return reachedByTab ? { menu: reachedByTab.hasMenu ? reachedByTab.reached.menu : null, form: reachedByTab.hasForm ? reachedByTab.reached.form : null } : { menu: null, form: null }
}

/** What the page keeps with the visitor besides cookies; a page that may keep nothing keeps nothing. */
export const listKept = (): { key: string; origin: string }[] => {
  try {
    return [localStorage, sessionStorage].flatMap(kept => Object.keys(kept)).slice(0, 200).map(key => ({ key: key.slice(0, 200), origin: location.origin }))
  } catch {
    return []
  }
}

/** As far down as a visitor would go, a window at a time. */
export const scrollOn = async (): Promise<void> => {
  for (let step = 1; step <= 12 && step * innerHeight < document.documentElement.scrollHeight; step += 1) {
    scrollTo(0, step * innerHeight)
    await new Promise(done => setTimeout(done, 60))
  }
}
