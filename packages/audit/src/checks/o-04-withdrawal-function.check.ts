import type { CheckRule, Place } from '../check.types.ts'
import { fieldWords, listActions, listForms, type Form } from '../forms.ts'
import { attribute, lineage } from '../html/parse-html.ts'
import { screenAt, statusOf } from '../legal-page.ts'
import { linkWords } from '../link-kinds.ts'
import { fails, notChecked, passes } from '../outcome.ts'
import { resolveAddress } from '../html/addresses.ts'
import type { Screen, SiteView } from '../site-view.ts'

export const withdrawalFunction: CheckRule = {
  id: 'O-04',
  needsPage: true,
  judge: site => {
    const start = site.start?.url ?? ''
    const actions = site.screens.flatMap(screen => listActions(screen).filter(({ name }) => linkWords.withdrawalFunction.test(name)).map(({ element, name }) => ({ screen, element, name })))
    if (actions.length === 0) return fails([{ cause: 'withdrawal.no_function', page: start }])
    const places: Place[] = []
    let unknown = false
    for (const { screen, element, name } of actions) {
      const target = element.name === 'a' ? targetOf(site, screen, attribute(element, 'href') ?? '') : formTarget(site, screen, [...lineage(element)].find(holder => holder.name === 'form')?.attributes['action'])
      if (target === 'unknown') unknown = true
      else if (target === 'no_page') places.push({ cause: 'withdrawal.no_page', page: screen.url, quote: name })
      else {
        const faults = faultsOf(target)
        if (faults.length === 0) return passes()
        places.push(...faults)
      }
    }
    return unknown ? notChecked('no_answer') : fails(places)
  },
}

const targetOf = (site: SiteView, screen: Screen, href: string): Screen | 'no_page' | 'unknown' => {
  const url = resolveAddress(href, screen.main.base)
  if (!url || !/^https?:$/.test(url.protocol) || /\.(?:pdf|docx?)$/i.test(url.pathname)) return 'no_page'
  const target = screenAt(site, url)
  if (target) return target
  const status = statusOf(site, url)
  return status === undefined || status === 200 ? 'unknown' : 'no_page'
}

const formTarget = (site: SiteView, screen: Screen, action: string | undefined): Screen | 'no_page' | 'unknown' => (action ? targetOf(site, screen, action) : screen)

const hasPassword = ({ fields }: Form): boolean => fields.some(field => attribute(field, 'type')?.toLowerCase() === 'password')

/** A form that asks for name, order or contract and e-mail, no password, and the words of the second step. A sign-in box elsewhere on the page does no harm. */
const faultsOf = (screen: Screen): Place[] => {
  const page = screen.url
  const forms = listForms(screen)
  const isComplete = forms.some(form => {
    if (hasPassword(form)) return false
    const words = form.fields.map(field => fieldWords(form, field))
    return [/name/i, /bestell|vertrag|auftrag|rechnung|order/i, /e-?mail/i].every(wanted => words.some(text => wanted.test(text)))
  })
  if (!isComplete && forms.some(hasPassword)) return [{ cause: 'withdrawal.login', page }]
  const confirms = listActions(screen).some(({ name }) => /widerruf\s+(?:jetzt\s+|verbindlich\s+)?bestätigen/i.test(name)) || /widerruf\s+(?:jetzt\s+|verbindlich\s+)?bestätigen/i.test(screen.text)
  return [...(isComplete ? [] : [{ cause: 'withdrawal.no_form' as const, page }]), ...(confirms ? [] : [{ cause: 'withdrawal.no_confirmation' as const, page }])]
}
