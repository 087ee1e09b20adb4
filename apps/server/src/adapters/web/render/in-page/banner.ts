import { contrastOf, groundOf, readColour, lay } from './colours.ts'
import { everyElement, isShown, pathOfElement, wordsOf } from './sight.ts'

/** How consent dialogues of the usual makers and plugins are called. */
const bannerNames = /cookie|consent|gdpr|dsgvo|cmp|privacy-?(?:banner|dialog|popup|overlay|layer)|usercentrics|onetrust|cybot|borlabs|klaro|tarteaucitron|didomi|complianz|cmplz|ccm-|iubenda|cky-|osano|cc-window/i
const bannerWords = /cookie|einwillig|zustimm|tracking|privatsphäre|consent|datenschutzeinstellung|drittanbieter/i

/** What stands on the buttons of such a dialogue; a baker's cookies are put into a basket. */
const presses = /akzept|zustimm|einverstanden|erlaub|zulassen|annehmen|accept|allow|agree|verstanden|alles klar|got it|ablehn|reject|decline|notwendig|essen[tz]iell|einstell|settings|^ok(?:ay)?!?$|speichern|schließen/i

export const isOffered = (element: Element): boolean => element.matches('button, a[href], a[role], a[onclick], input:is([type=button], [type=submit]), [role=button]') && isShown(element) && wordsOf(element) !== ''

/**
 * Something that asks for consent: called so, or a dialogue, or laid over the page, with words of consent; never the page itself, whatever
 * it is called.
 */
export const asksConsent = (element: Element): boolean => {
  if (!(element instanceof HTMLElement) || /^(?:body|main|script|style)$/i.test(element.tagName) || !isShown(element)) return false
  const isDialogue = element.matches('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]')
  const isCalled = bannerNames.test(`${element.id} ${element.className}`)
  const isOver = /^(?:fixed|sticky|absolute)$/.test(getComputedStyle(element).position)
  if (!isDialogue && !isCalled && !isOver) return false
  return element.innerText.length <= 8_000 && bannerWords.test(element.innerText) && !element.querySelector('main, nav, h1')
}

export const readButton = (element: Element, banner: Element) => {
  const box = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const behind = groundOf(element.parentElement ?? banner)
  const ground = lay(readColour(style.backgroundColor), behind)
  const isBoxed = contrastOf(ground, behind) > 1.05 || style.backgroundImage !== 'none' || (style.borderTopStyle !== 'none' && Number.parseFloat(style.borderTopWidth) >= 1 && contrastOf(readColour(style.borderTopColor), behind) > 1.2)
  return {
    text: wordsOf(element),
    element: isBoxed ? ('button' as const) : ('link' as const),
    width: Math.round(box.width),
    height: Math.round(box.height),
    textContrast: contrastOf(lay(readColour(style.color), ground), ground),
    groundContrast: contrastOf(ground, behind),
  }
}

/** The consent dialogue with what can be pressed on its first level; null where there is none. */
export const findBanner = () => {
  const found = everyElement(document).filter(element => asksConsent(element)).flatMap(element => {
    const offered = everyElement(element, 2_000).filter(isOffered)
    const buttons = offered.filter(button => !offered.some(other => other !== button && button.contains(other)))
    return buttons.length <= 25 && buttons.some(button => presses.test(wordsOf(button))) ? [{ element, buttons }] : []
  })
  const banner = found.find(({ element }) => !found.some(other => other.element !== element && other.element.contains(element)))
  return banner ? { selector: pathOfElement(banner.element), buttons: banner.buttons.slice(0, 20).map(button => readButton(button, banner.element)) } : null
}
