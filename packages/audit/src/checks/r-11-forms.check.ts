import type { CheckRule, Place } from '../check.types.ts'
import { fieldWords, listForms, requiredFields, type Form } from '../forms.ts'
import { resolveAddress } from '../html/addresses.ts'
import { attribute, descendants, hasAttribute, lineage, type HtmlElement } from '../html/parse-html.ts'
import { nameOf } from '../html/text.ts'
import { linkWords } from '../link-kinds.ts'
import { failsAt } from '../outcome.ts'
import { isFooter } from '../page-areas.ts'

const maxRequired = 6

export const forms: CheckRule = {
  id: 'R-11',
  needsPage: true,
  judge: site => {
    const personal = site.screens.flatMap(screen => listForms(screen).filter(form => form.asksPersonally))
    return failsAt(personal.flatMap(faultsOf), {}, personal.flatMap(notesOf))
  },
}

const faultsOf = (form: Form): Place[] => {
  const page = form.view.url
  const action = resolveAddress(attribute(form.element, 'action') ?? '', form.view.base) ?? new URL(page)
  const faults: Place[] = []
  if (action.protocol === 'http:' || new URL(page).protocol === 'http:') faults.push({ cause: 'form.unencrypted', page, quote: action.href })
  if (!linksPrivacyNearby(form)) faults.push({ cause: 'form.no_privacy_link', page, quote: formName(form) })
  const ticked = form.fields.find(field => isTicked(form, field) && advertising.test(fieldWords(form, field)))
  if (ticked) faults.push({ cause: 'form.ticked', page, quote: fieldWords(form, ticked) })
  return faults
}

const advertising = /newsletter|werb|angebote|aktionen|marketing|einwillig|infomail|katalog|erinner[^\n]{0,40}bewert/i

/** A box ticked in advance, or a choice set to anything but no. */
const isTicked = (form: Form, field: HtmlElement): boolean => {
  const type = attribute(field, 'type')?.toLowerCase()
  if (!hasAttribute(field, 'checked')) return false
  return type === 'checkbox' || (type === 'radio' && !/^(?:0|no|nein|false|off)$/i.test(attribute(field, 'value') ?? '') && !/\b(?:nein|nicht|kein\p{L}{0,2})\b/iu.test(fieldWords(form, field)))
}

const notesOf = (form: Form): Place[] => (requiredFields(form).length > maxRequired ? [{ cause: 'form.many_required', page: form.view.url, quote: String(requiredFields(form).length) }] : [])

const formName = ({ element }: Form): string => attribute(element, 'id') || attribute(element, 'name') || attribute(element, 'class') || 'form'

const ofData = /datenverarbeitung|umgang mit (?:ihren |deinen )?daten/i
const wide = /^(?:body|html|main|header|footer|nav|frameset|table|tbody)$/
const blocks = /^(?:section|article|aside|fieldset|dialog)$/

/** In the form itself, or in the block around it: up to three holders, not beyond the nearest section, never the whole page. */
const linksPrivacyNearby = ({ element }: Form): boolean => {
  for (const [steps, holder] of [...lineage(element)].slice(0, 4).entries()) {
    if (steps > 0 && wide.test(holder.name)) return holder.name !== 'footer' && holder.name !== 'header' && (siblingLinks(element) || siblingLinks(rowOf(element)))
    if (steps > 0 && hasLink(holder, 'imprint')) return false
    if (hasLink(holder, 'privacy')) return true
    if (steps > 0 && blocks.test(holder.name)) return false
  }
  return false
}

/** Where the form lies directly in the page: the two elements before and after it, unless they are the page's foot with its Impressum. */
const siblingLinks = (element: HtmlElement | undefined): boolean => {
  const siblings = (element?.parent?.children ?? []).filter(child => typeof child !== 'string')
  const at = siblings.findIndex(sibling => sibling === element)
  return siblings.slice(Math.max(0, at - 2), at + 3).some(sibling => !/^(?:header|nav)$/.test(sibling.name) && !isFooter(sibling) && hasLink(sibling, 'privacy') && !hasLink(sibling, 'imprint'))
}

/** The row of a layout table the form lies in. */
const rowOf = (element: HtmlElement): HtmlElement | undefined => [...lineage(element)].slice(0, 4).find(({ name }) => name === 'tr')

const hasLink = (holder: HtmlElement, kind: 'privacy' | 'imprint'): boolean => {
  for (const inner of [holder, ...descendants(holder)]) {
    if (inner.name === 'a' && (kind === 'imprint' || !isInFootOf(inner, holder)) && (linkWords[kind].test(`${nameOf(inner)} ${attribute(inner, 'href') ?? ''}`) || (kind === 'privacy' && ofData.test(nameOf(inner))))) return true
  }
  return false
}

/** Between the link and the block looked at lies a footer or a navigation, so that the link is not the form's. */
const isInFootOf = (link: HtmlElement, holder: HtmlElement): boolean => {
  for (const here of lineage(link)) {
    if (here === holder) return false
    if (here.name === 'nav' || isFooter(here)) return true
  }
  return false
}
