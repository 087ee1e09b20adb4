import type { CheckRule } from '../check.types.ts'
import { listForms } from '../forms.ts'
import { fails, passes } from '../outcome.ts'
import { servicePath } from '../services.ts'
import type { Screen } from '../site-view.ts'

const taps = /^(?:tel|mailto|sms|whatsapp|geo|maps):/i
const routes = /^(?:(?:www\.)?wa\.me\/|api\.whatsapp\.com\/|chat\.whatsapp\.com\/|(?:www\.)?google\.[a-z.]{2,6}\/maps|maps\.google\.|maps\.app\.goo\.gl\/|goo\.gl\/maps|maps\.apple\.com\/|(?:www\.)?openstreetmap\.org\/|(?:www\.)?bing\.com\/maps|(?:www\.)?here\.com\/|wego\.here\.com\/)/i
const lowest = 2_000

export const contactTap: CheckRule = {
  id: 'F-12',
  needsPage: true,
  judge: ({ start, snapshot }) => {
    const page = start?.url ?? ''
    if (!start || !offersContact(start)) return fails([{ cause: 'tap.none', page }])
    const top = snapshot.rendered?.contactTopPx
    return top !== undefined && top > lowest ? fails([{ cause: 'tap.low', page, quote: `${Math.round(top)} px` }]) : passes()
  },
}

const offersContact = (start: Screen): boolean =>
  start.links.some(({ href, url }) => taps.test(href) || (url !== undefined && routes.test(servicePath(url)))) || listForms(start).some(form => form.asksPersonally && !isNewsletter(form.fields.length))

/** A single field is a newsletter's, not a way to ask something. */
const isNewsletter = (fields: number): boolean => fields < 2
