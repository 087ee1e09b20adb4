import { attribute, type HtmlElement } from './html/parse-html.ts'

const footId = /^(?:fuss|foot)|(?:^|[-_])(?:footer|fuss(?:zeile)?$)|^colophon$/i
const footClass = /(?:^|[a-z_-])footer$|^fuss(?:zeile)?$|^site-info$|^colophon$/i
const partFoot = /^(?:card|modal|panel|table|entry|post|article|comment|box|product|list|item|block|form|accordion|dialog|popup|offcanvas|tile|teaser|widget|bg|has|no|with|hide|before|above)[-_]?/i

/** True where an element is the foot of a page: by its name, its role, its id or one of its classes; the foot of a card or an article is none. */
export const isFooter = (element: HtmlElement): boolean =>
  element.name === 'footer' ||
  attribute(element, 'role') === 'contentinfo' ||
  footId.test(attribute(element, 'id') ?? '') ||
  (attribute(element, 'class') ?? '').split(/\s+/).some(name => footClass.test(name) && !partFoot.test(name))
