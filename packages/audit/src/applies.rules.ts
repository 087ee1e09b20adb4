import type { Applies, Outcome } from './check.types.ts'
import { listForms, listActions } from './forms.ts'
import { isMultilingual } from './languages.ts'
import { notApplicable, notChecked } from './outcome.ts'
import { listResources } from './resources.ts'
import type { SiteView } from './site-view.ts'

const cart = /warenkorb|einkaufswagen|zur kasse|in den korb/i
const bookingWords = /online[\s-]*(?:buchen|reservieren|termin)|termin[\s-]*online|jetzt\s+(?:termin\s+)?buchen|termin buchen|tisch (?:online )?reservieren|online-?(?:buchung|reservierung|terminbuchung)/i
const bookingHosts = /(?:^|\.)(?:treatwell\.de|resmio\.com|opentable\.(?:de|com)|quandoo\.(?:de|com)|calendly\.com|booksy\.com|doctolib\.de|shore\.com|planity\.com|timify\.com|salonkee\.(?:de|com)|etermin\.net|terminland\.de|studiolution\.com|simplybook\.(?:me|it)|bookingkit\.(?:de|net))$/i

const shops = new WeakMap<SiteView, boolean>()
const bookings = new WeakMap<SiteView, boolean>()

const once = (known: WeakMap<SiteView, boolean>, site: SiteView, decide: () => boolean): boolean => {
  const answer = known.get(site) ?? decide()
  known.set(site, answer)
  return answer
}

/** True where the business sells online: as it said itself, else as a basket on its pages shows. */
export const isShop = (site: SiteView): boolean => site.facts.shop ?? once(shops, site, () => site.screens.some(screen => listActions(screen).some(({ name, title }) => cart.test(name) || cart.test(title))))

/** True where customers can book online: as the business said itself, else as links to booking show. */
export const isBooking = (site: SiteView): boolean =>
  site.facts.booking ??
  once(bookings, site, () => site.screens.some(screen =>
    screen.links.some(({ name, url, href }) => !/^(?:tel|mailto):/i.test(href) && (bookingWords.test(name) || bookingHosts.test(url?.host ?? ''))) ||
    screen.parts.some(part => listResources(part).some(({ kind, url }) => (kind === 'frame' || kind === 'script') && bookingHosts.test(url.host)))))

/** Why a check does not apply to the site, or cannot be said to; undefined where it applies. */
export const findExemption = (applies: Applies, site: SiteView): Outcome | undefined => {
  if (applies === 'always') return undefined
  if (applies === 'above_micro') return site.facts.employees === undefined ? notChecked('unknown_size') : site.facts.employees > 10 ? undefined : notApplicable('small_business')
  if (!site.start && applies !== 'shop_or_booking') return site.facts.shop === false && applies === 'shop' ? notApplicable('no_shop') : notChecked('no_page')
  if (applies === 'shop') return isShop(site) ? undefined : notApplicable('no_shop')
  if (applies === 'shop_or_booking') return shopOrBooking(site)
  if (applies === 'form') return site.screens.some(screen => listForms(screen).some(form => form.asksPersonally)) ? undefined : notApplicable('no_form')
  return isMultilingual(site) ? undefined : notApplicable('one_language')
}

const shopOrBooking = (site: SiteView): Outcome | undefined => {
  if (isShop(site) || isBooking(site)) return undefined
  return site.start || (site.facts.shop === false && site.facts.booking === false) ? notApplicable('no_shop_or_booking') : notChecked('no_page')
}
