import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Every element, those inside a template as well. */
function* elementsOf(node: Node): Generator<Element> {
  if (tree.isElementNode(node)) yield node
  if ('content' in node) yield* elementsOf(node.content)
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}

const textOf = ({ childNodes }: Element): string => childNodes.map(child => (tree.isTextNode(child) ? child.value : '')).join('')

const addresses = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset', 'cite', 'background', 'ping']
const harmlessSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'geo:'])
const base = 'https://seite.example/'

/** What a browser makes of a page: how many elements of each name, which attributes they have, where they lead, what data stands in it. */
export type Print = { tags: Map<string, number>; attributes: Set<string>; blocks: number; faults: string[] }

const schemeOf = (address: string): string => {
  try {
    return new URL(address, base).protocol
  } catch {
    return 'https:'
  }
}

export const readPrint = (html: string): Print => {
  const print: Print = { tags: new Map(), attributes: new Set(), blocks: 0, faults: [] }
  for (const element of elementsOf(parse(html))) {
    const { tagName: tag, attrs } = element
    print.tags.set(tag, (print.tags.get(tag) ?? 0) + 1)
    for (const { name, value } of attrs) {
      print.attributes.add(`${tag} ${name}`)
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') print.faults.push(`${tag} has ${name}`)
      if (addresses.includes(name) && !harmlessSchemes.has(schemeOf(value))) print.faults.push(`${tag} leads to ${value.slice(0, 40)}`)
    }
    if (tag !== 'script') continue
    if (!attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json')) print.faults.push('a script that is no data')
    else if (isJson(textOf(element))) print.blocks++
  }
  return print
}

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** What is in the page that was not in it with harmless texts. A link that is left out because it leads nowhere good is no fault. */
export const listDifferences = (harmless: Print, hostile: Print): string[] => [
  ...hostile.faults.filter(fault => !harmless.faults.includes(fault)),
  ...[...hostile.tags].filter(([tag, count]) => count > (harmless.tags.get(tag) ?? 0)).map(([tag]) => `one ${tag} too many`),
  ...[...hostile.attributes].filter(each => !harmless.attributes.has(each)).map(each => `new: ${each}`),
  ...(hostile.blocks < harmless.blocks ? ['a block of data is broken'] : []),
]
