import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notApplicable, notChecked } from '../outcome.ts'
import type { SiteView } from '../site-view.ts'

const freemail = /^mailto:[^?]{1,100}@(?:gmx|web|t-online|freenet|gmail|googlemail|outlook|hotmail|yahoo|aol|arcor)\.(?:de|net|com)\b/i

export const mailProtection: CheckRule = {
  id: 'S-02',
  needsPage: false,
  judge: site => {
    const { dns } = site.snapshot
    if (!dns) return notChecked('no_dns')
    if (dns.mx.length === 0) return notApplicable('no_mail')
    const spf = dns.txt.filter(record => /^\s*"?v=spf1(?:\s|"|$)/i.test(record))
    const dmarc = dns.dmarc.filter(record => /^\s*"?v=DMARC1\s*(?:;|$)/i.test(record))
    const places: Place[] = [
      ...(spf.length === 0 ? [{ cause: 'mail.no_spf' as const }] : []),
      ...(spf.length > 1 ? [{ cause: 'mail.many_spf' as const, quote: String(spf.length) }] : []),
      ...(dmarc.length === 1 && /;\s*p\s*=\s*(?:none|quarantine|reject)\s*"?\s*(?:;|$)/i.test(dmarc[0] ?? '') ? [] : [{ cause: 'mail.no_dmarc' as const, ...(dmarc[0] && { quote: dmarc[0] }) }]),
    ]
    return failsAt(places, {}, freemailNotes(site))
  },
}

const freemailNotes = ({ screens }: SiteView): Place[] => {
  for (const screen of screens) {
    const link = screen.links.find(({ href }) => freemail.test(href))
    if (link) return [{ cause: 'mail.freemail', page: screen.url, quote: link.href.slice(7) }]
  }
  return []
}
