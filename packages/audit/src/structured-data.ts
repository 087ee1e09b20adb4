import { attribute, descendants, hasAttribute, type HtmlElement } from './html/parse-html.ts'
import { oneLine, textOf } from './html/text.ts'
import { localBusinessTypes } from './local-business-types.ts'
import { rawText, type PageView } from './page-view.ts'

export interface BusinessMark {
  readonly types: readonly string[]
  readonly name?: string
  readonly street?: string
  readonly postcode?: string
  readonly place?: string
  readonly phones: readonly string[]
  /** openingHours strings and openingHoursSpecification objects as written. */
  readonly openingHours: readonly unknown[]
  readonly from: 'json-ld' | 'microdata'
}

export interface StructuredData {
  readonly businesses: readonly BusinessMark[]
  /** The beginnings of blocks that are no JSON. */
  readonly broken: readonly string[]
}

const known = new WeakMap<PageView, StructuredData>()

/** LocalBusiness marks (JSON-LD with @graph, microdata) of a page, and JSON-LD blocks that cannot be read. Never throws. */
export const readStructuredData = (view: PageView): StructuredData => {
  const before = known.get(view)
  if (before) return before
  const blocks = view.document.elements.filter(element => element.name === 'script' && /^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '')).slice(0, 100)
  const businesses: BusinessMark[] = []
  const broken: string[] = []
  for (const block of blocks) {
    const source = rawText(block).replace(/^\uFEFF/, '').trim()
    const json = parseJson(source)
    if (json === undefined) broken.push(oneLine(source.slice(0, 160)))
    else businesses.push(...findBusinesses(json))
  }
  businesses.push(...microdata(view))
  const data = { businesses, broken }
  known.set(view, data)
  return data
}

const parseJson = (source: string): unknown => {
  try {
    const value: unknown = JSON.parse(source)
    return value ?? undefined
  } catch {
    return undefined
  }
}

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const maxNodes = 20_000

/** Walks the value without recursion; what lies beyond 20,000 nodes is not looked at. */
const findBusinesses = (json: unknown): BusinessMark[] => {
  const nodes: Node[] = []
  const waiting: unknown[] = [json]
  for (let seen = 0; waiting.length > 0 && seen < maxNodes; seen += 1) {
    const value = waiting.pop()
    if (Array.isArray(value)) waiting.push(...value.slice(0, 2_000).reverse())
    else if (isNode(value)) {
      nodes.push(value)
      waiting.push(...Object.values(value).slice(0, 2_000).reverse())
    }
  }
  const byId = new Map(nodes.filter(node => typeof node['@id'] === 'string' && Object.keys(node).length > 1).map(node => [node['@id'], node]))
  const resolve = (value: unknown): Node | undefined => {
    const node = Array.isArray(value) ? value.find(isNode) : value
    if (!isNode(node)) return undefined
    return Object.keys(node).length === 1 ? (byId.get(node['@id']) ?? node) : node
  }
  return nodes.flatMap(node => {
    const types = typesOf(node['@type'])
    return types.some(type => localBusinessTypes.has(type)) ? [businessOf(node, types, resolve)] : []
  })
}

const typesOf = (value: unknown): string[] => [value].flat(1).filter(type => typeof type === 'string').map(type => type.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''))

const textValue = (value: unknown): string | undefined => {
  const [first] = [value].flat(1)
  const text = typeof first === 'string' || typeof first === 'number' ? String(first).trim() : isNode(first) && typeof first['@value'] === 'string' ? first['@value'].trim() : ''
  return text === '' ? undefined : text
}

const businessOf = (node: Node, types: string[], resolve: (value: unknown) => Node | undefined): BusinessMark => {
  const address = resolve(node['address'])
  const [name, street, postcode, place] = [textValue(node['name']), textValue(address?.['streetAddress']), textValue(address?.['postalCode']), textValue(address?.['addressLocality'])]
  return {
    types,
    ...(name && { name }),
    ...(street && { street }),
    ...(postcode && { postcode }),
    ...(place && { place }),
    phones: [node['telephone']].flat(1).flatMap(value => textValue(value) ?? []),
    openingHours: [node['openingHoursSpecification'], node['openingHours']].flat(1).filter(value => value !== undefined && value !== null),
    from: 'json-ld',
  }
}

const schemaType = (element: HtmlElement): string[] =>
  (attribute(element, 'itemtype') ?? '').split(/\s+/).filter(Boolean).map(type => type.replace(/^https?:\/\/(?:www\.)?schema\.org\//i, ''))

const microdata = (view: PageView): BusinessMark[] =>
  view.document.elements.filter(element => hasAttribute(element, 'itemtype')).slice(0, 200).flatMap(element => {
    const types = schemaType(element)
    if (!types.some(type => localBusinessTypes.has(type))) return []
    const props = new Map<string, string[]>()
    for (const inner of descendants(element)) {
      for (const name of (attribute(inner, 'itemprop') ?? '').split(/\s+/).filter(Boolean)) props.set(name, [...(props.get(name) ?? []), itemValue(inner)])
    }
    const first = (name: string) => props.get(name)?.find(value => value !== '')
    const [name, street, postcode, place] = [first('name'), first('streetAddress'), first('postalCode'), first('addressLocality')]
    return [{ types, ...(name && { name }), ...(street && { street }), ...(postcode && { postcode }), ...(place && { place }), phones: props.get('telephone') ?? [], openingHours: props.get('openingHours') ?? [], from: 'microdata' as const }]
  })

const itemValue = (element: HtmlElement): string => attribute(element, 'content') || attribute(element, 'datetime') || oneLine(textOf(element, { hidden: 'with' }).slice(0, 500)) || attribute(element, 'href') || ''
