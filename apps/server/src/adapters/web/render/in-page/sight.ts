/** Runs in the foreign page, in a world of its own: the page's scripts can neither see nor change it. Each function stands alone. */
export const isShown = (element: Element): boolean => {
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
}

/** What can be clicked, buttons that are none by name included. */
export const isClickable = (element: Element): boolean =>
  element.matches('a, button, input:is([type=button], [type=submit]), summary, [role=button], [role=link], [role=menuitem], [onclick]') || getComputedStyle(element).cursor === 'pointer'

/** All elements below, those in open shadow trees too; at most so many. */
export const everyElement = (root: Document | ShadowRoot | Element, most = 20_000): Element[] => {
  const found: Element[] = []
  const waiting: (Document | ShadowRoot | Element)[] = [root]
  for (let next = waiting.shift(); next && found.length < most; next = waiting.shift()) {
    for (const element of next.querySelectorAll('*')) {
      if (found.length >= most) break
      found.push(element)
      if (element.shadowRoot) waiting.push(element.shadowRoot)
    }
  }
  return found
}

/** Where an element stands, for people who read the page's source. */
export const pathOfElement = (element: Element): string => {
  if (element.id) return `#${CSS.escape(element.id)}`
  const [first] = element.classList
  return element.tagName.toLowerCase() + (first ? `.${CSS.escape(first)}` : '')
}

/** The words on an element as one line. */
export const wordsOf = (element: Element): string => {
  const shown = element instanceof HTMLInputElement ? element.value : element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')
  return (shown.trim() || element.getAttribute('aria-label') || element.getAttribute('title') || '').replace(/\s+/g, ' ').slice(0, 200)
}
