import { putsIntoBasket } from './basket-words.ts'
import { attribute, descendants, hasAttribute, lineage, type HtmlElement } from './html/parse-html.ts'
import { nameOf, oneLine, textOf } from './html/text.ts'
import type { PageView } from './page-view.ts'
import { elementsOf, type Screen } from './site-view.ts'

export interface Form {
  readonly element: HtmlElement
  readonly view: PageView
  /** Fields people fill in. */
  readonly fields: readonly HtmlElement[]
  readonly asksPersonally: boolean
}

const known = new WeakMap<Screen, readonly Form[]>()

/** The forms of a screen, at most 30 per part; a form whose only text is a search word, a number or a sign-in does not ask personally. */
export const listForms = (screen: Screen): readonly Form[] => {
  const before = known.get(screen)
  if (before) return before
  const forms = screen.parts.flatMap(view => view.document.elements.filter(({ name }) => name === 'form').slice(0, 30).map(element => readForm(view, element)))
  known.set(screen, forms)
  return forms
}

const silentTypes = /^(?:hidden|submit|button|image|reset)$/i

const readForm = (view: PageView, element: HtmlElement): Form => {
  const fields = [...descendants(element)].filter(({ name, attributes }) => /^(?:input|textarea|select)$/.test(name) && !(name === 'input' && silentTypes.test(attributes['type'] ?? ''))).slice(0, 200)
  return { element, view, fields, asksPersonally: asksPersonally(element, fields) }
}

const typeOf = (field: HtmlElement) => (attribute(field, 'type') ?? '').toLowerCase()

const isTextField = (field: HtmlElement): boolean => field.name === 'textarea' || (field.name === 'input' && /^(?:|text|email|tel|url|search)$/.test(typeOf(field)))

const isSearchField = (field: HtmlElement): boolean =>
  typeOf(field) === 'search' || /(?:^|[$:_.[-])(?:txt|tb|input)?(?:q|s|query|search(?:word|term|text|box)?|such(?:e|begriff|wort|text|feld)|sword|keywords?|plz|postleitzahl|zip|postcode)\]?$/i.test(attribute(field, 'name') ?? '')

/** One text field in a form that calls itself a search. */
const isNamedSearch = (form: HtmlElement, texts: readonly HtmlElement[]): boolean =>
  texts.length === 1 && texts.every(({ name }) => name === 'input') && ['id', 'name', 'class', 'action'].some(name => /(?<!be|ge|ver)such(?:e|form|feld)|search|quick_?find/i.test(attribute(form, name) ?? ''))

const asksPersonally = (form: HtmlElement, fields: readonly HtmlElement[]): boolean => {
  const texts = fields.filter(isTextField)
  const isSearch = attribute(form, 'role')?.toLowerCase() === 'search' || texts.every(isSearchField) || isNamedSearch(form, texts)
  const isSignIn = fields.some(field => typeOf(field) === 'password') && texts.length <= 1
  const isCoupon = texts.every(field => ['name', 'id', 'aria-label', 'title'].some(name => /coupon|gutschein|voucher|quantity|qty|amount|menge|anzahl|stueck|(?:min|max)_?(?:price|preis)|(?:price|preis)_?(?:min|max|from|to|von|bis)/i.test(attribute(field, name) ?? '')))
  return texts.length > 0 && !isSearch && !isSignIn && !isCoupon && !isOrder(form, fields)
}

/** A form that puts a thing into the basket, with an engraving or quantities, but nothing about the person. */
const isOrder = (form: HtmlElement, fields: readonly HtmlElement[]): boolean =>
  !fields.some(field => (field.name === 'textarea' && !/gru(?:ß|ss)|karte|gravur|widmung|wunschtext|gift/i.test(attribute(field, 'name') ?? '')) || /^(?:email|tel|password)$/.test(typeOf(field)) || /mail|telefon|phone|vorname|nachname/i.test(attribute(field, 'name') ?? '')) &&
  [...descendants(form)].some(element => (element.name === 'button' || (element.name === 'input' && silentTypes.test(typeOf(element)))) && putsIntoBasket(element, nameOf(element).slice(0, 200)))

const labels = new WeakMap<PageView, Map<string, HtmlElement>>()

const labelsOf = (view: PageView): Map<string, HtmlElement> => {
  const before = labels.get(view)
  if (before) return before
  const found = new Map(view.document.elements.filter(({ name }) => name === 'label').map(element => [attribute(element, 'for') ?? '', element]))
  labels.set(view, found)
  return found
}

/** The words a field goes by: label, placeholder, name, aria-label. */
export const fieldWords = (form: Form, field: HtmlElement): string => {
  const id = attribute(field, 'id')
  const label = id === undefined ? undefined : labelsOf(form.view).get(id)
  const holder = [...lineage(field)].find(({ name }) => name === 'label')
  const words = [label, holder].flatMap(element => (element ? [oneLine(textOf(element).slice(0, 300))] : []))
  return [...words, ...['placeholder', 'name', 'aria-label', 'id', 'title'].flatMap(name => attribute(field, name) ?? [])].join(' ')
}

/** Fields that must be filled in. */
export const requiredFields = (form: Form): HtmlElement[] => form.fields.filter(field => hasAttribute(field, 'required') || attribute(field, 'aria-required') === 'true')

/** Buttons (also those made of other elements), links and submit inputs of a screen by the words on them. */
export const listActions = (screen: Screen): readonly Action[] => {
  const before = actions.get(screen)
  if (before) return before
  const found = elementsOf(screen)
    .filter(element => element.name === 'a' || element.name === 'button' || attribute(element, 'role')?.toLowerCase() === 'button' || (element.name === 'input' && /^(?:submit|button|image)$/i.test(attribute(element, 'type') ?? '')))
    .slice(0, 3_000)
    .map(element => ({ element, name: nameOf(element).slice(0, 200), title: oneLine(attribute(element, 'title') ?? '').slice(0, 200) }))
  actions.set(screen, found)
  return found
}

export interface Action {
  readonly element: HtmlElement
  readonly name: string
  readonly title: string
}

const actions = new WeakMap<Screen, readonly Action[]>()
