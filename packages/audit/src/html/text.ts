import { attribute, hasAttribute, lineage, type HtmlElement } from './parse-html.ts'

const silent = new Set(['script', 'style', 'template', 'noscript', 'head', 'iframe', 'object', 'svg', 'noframes', 'title', 'datalist'])
const inline = new Set(['a', 'abbr', 'b', 'bdi', 'big', 'cite', 'code', 'em', 'font', 'i', 'ins', 'del', 'kbd', 'label', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'wbr', 'nobr', 'data'])
const maxText = 200_000
const maxNodes = 60_000

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** True where the element itself says that nobody is to see it (hidden, display:none); what its holders say is not looked at. */
const hidesItself = (element: HtmlElement): boolean =>
  hasAttribute(element, 'hidden') || (element.name === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden') || hidingStyle.test(attribute(element, 'style') ?? '')

/** True where the element or one that holds it is hidden, as far as the HTML alone tells. */
export const isHidden = (element: HtmlElement): boolean => {
  for (const holder of lineage(element)) if (hidesItself(holder)) return true
  return false
}

interface TextOptions {
  readonly hidden?: 'with' | 'without'
  /** Parts to leave out. */
  readonly skip?: (element: HtmlElement) => boolean
}

/**
 * What a reader sees of the element as lines of text: blocks on lines of their own, white space collapsed, soft hyphens removed,
 * without scripts, styles and (unless asked) hidden parts. At most 200,000 characters; never recurses.
 */
export const textOf = (element: HtmlElement, { hidden = 'without', skip }: TextOptions = {}): string => {
  const parts: string[] = []
  let length = 0
  const waiting: (HtmlElement | string)[] = [element]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined && length < maxText; next = waiting.pop()) {
    if (typeof next === 'string') {
      parts.push(next.slice(0, maxText))
      length += next.length
      continue
    }
    seen += 1
    if (seen > maxNodes) break
    if (next !== element && (silent.has(next.name) || skip?.(next))) continue
    if (hidden === 'without' && hidesItself(next)) continue
    if (next.name === 'br') parts.push('\u000B')
    const block = !inline.has(next.name) && next.name !== 'br'
    if (block) waiting.push('\u000B')
    for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i] as HtmlElement | string)
    if (block) waiting.push('\u000B')
  }
  return tidy(parts.join(''))
}

/** Line breaks of the source are white space; only blocks and <br> (marked by U+000B) make lines. */
const tidy = (raw: string): string =>
  raw
    .slice(0, maxText)
    .replace(/\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g, '')
    .replace(/[^\S\u000B]+/g, ' ')
    .split('\u000B')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')

/** One line of text, white space collapsed. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The words people and screen readers get for a link or button: its text, else the alternative texts in it. */
export const nameOf = (element: HtmlElement): string => {
  const label = attribute(element, 'aria-label')
  if (label) return oneLine(label)
  const text = oneLine(textOf(element, { hidden: 'with' }))
  if (text !== '') return text
  const pictures = [...imagesIn(element)].map(image => attribute(image, 'alt') ?? attribute(image, 'title') ?? '')
  return oneLine([...pictures, attribute(element, 'title') ?? '', attribute(element, 'value') ?? '', attribute(element, 'alt') ?? ''].join(' '))
}

const imagesIn = function* (element: HtmlElement): Generator<HtmlElement> {
  const waiting = [...element.children]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue
    if (next.name === 'img' || next.name === 'svg') yield next
    waiting.push(...next.children.slice(0, 200))
  }
}
