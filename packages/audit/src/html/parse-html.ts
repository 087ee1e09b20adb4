import { Parser } from 'htmlparser2'

export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (HtmlElement | string)[]
  readonly parent: HtmlElement | undefined
}

export interface HtmlDocument {
  readonly root: HtmlElement
  /** All elements in document order, without those inside a <template>. */
  readonly elements: readonly HtmlElement[]
  /** Why reading stopped before the end; absent where the whole page was read. */
  readonly cut?: 'length' | 'nesting' | 'elements'
}

const maxLength = 2_200_000
const maxNesting = 1_000
const maxElements = 50_000
const sliceLength = 4_096

/**
 * Reads HTML as leniently as a browser and never throws or recurses. Stops (see `cut`) beyond 2.2 million characters,
 * 1,000 levels or 50,000 elements, so that time and memory stay bounded whatever the page is made of.
 */
export const parseHtml = (html: string): HtmlDocument => {
  const root: HtmlElement = { name: '', attributes: {}, children: [], parent: undefined }
  const elements: HtmlElement[] = []
  let current = root
  let nesting = 0
  let templates = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element: HtmlElement = { name, attributes, children: [], parent: current }
      current.children.push(element)
      if (templates === 0) elements.push(element)
      if (name === 'template') templates += 1
      current = element
      nesting += 1
    },
    ontext: text => {
      const last = current.children.length - 1
      const before = current.children[last]
      if (typeof before === 'string') current.children[last] = before + text
      else current.children.push(text)
    },
    onclosetag: name => {
      if (name === 'template') templates -= 1
      current = current.parent ?? root
      nesting -= 1
    },
  }, { decodeEntities: true })

  const text = html.slice(0, maxLength).replaceAll('\0', '')
  let cut: HtmlDocument['cut'] = html.length > maxLength ? 'length' : undefined
  for (let at = 0; at < text.length; at += sliceLength) {
    parser.write(text.slice(at, at + sliceLength))
    if (nesting > maxNesting) cut = 'nesting'
    else if (elements.length > maxElements) cut = 'elements'
    else continue
    break
  }
  if (cut !== 'nesting' && cut !== 'elements') parser.end()
  return { root, elements, ...(cut && { cut }) }
}

/** The value of an attribute, trimmed and at most 4,000 characters of it; undefined where it is missing. */
export const attribute = (element: HtmlElement, name: string): string | undefined => {
  const value = Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined
  return value?.slice(0, 4_000).trim()
}

/** True where the element carries the attribute at all, empty or not. */
export const hasAttribute = (element: HtmlElement, name: string): boolean => Object.hasOwn(element.attributes, name)

/** The element itself and all that hold it, innermost first. */
export const lineage = function* (element: HtmlElement): Generator<HtmlElement> {
  for (let here: HtmlElement | undefined = element; here?.parent; here = here.parent) yield here
}

/** Elements inside (not the element itself), in document order. */
export const descendants = function* (element: HtmlElement): Generator<HtmlElement> {
  const waiting = [...element.children].reverse()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') continue
    yield next
    for (let i = next.children.length - 1; i >= 0; i -= 1) waiting.push(next.children[i] as HtmlElement | string)
  }
}
