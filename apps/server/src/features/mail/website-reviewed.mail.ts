import { defineMail } from './mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene } from './mail-words.ts'

/** What the monthly look at a website has found: checks not passed, and of those how many are new; and how many are mended since the last look. */
export type WebsiteReviewed = { merchantId: string; address: string; open: number; added: number; fixed: number }

type Words = WebsiteReviewed & { report: string }

const german = ({ address, open, added, fixed, report }: Words): MailContent => ({
  subject: added > 0 ? `Ihre Website: ${added === 1 ? 'ein neuer Punkt' : `${added} neue Punkte`}` : 'Ihre Website: die monatliche Prüfung',
  parts: [
    `wir haben uns Ihre Website angesehen, wie jeden Monat: ${address}.`,
    { facts: [['Neu aufgefallen', String(added)], ['Seit dem letzten Mal behoben', String(fixed)], ['Insgesamt offen', String(open)]] },
    { link: report, label: 'Ergebnis ansehen' },
  ],
})

const english = ({ address, open, added, fixed, report }: Words): MailContent => ({
  subject: added > 0 ? `Your website: ${added === 1 ? 'one new point' : `${added} new points`}` : 'Your website: the monthly check',
  parts: [
    `we have looked at your website, as every month: ${address}.`,
    { facts: [['New', String(added)], ['Mended since the last time', String(fixed)], ['Open in all', String(open)]] },
    { link: report, label: 'See the result' },
  ],
})

const wordsOf = (input: WebsiteReviewed, scene: MailScene): Words => ({
  ...input, address: oneLine(input.address), report: pageAddress(scene, `/mein-betrieb/${encodeURIComponent(input.merchantId)}/website`),
})

export const websiteReviewedMail = defineMail({
  kind: 'website_reviewed',
  words: { de: (input: WebsiteReviewed, scene) => german(wordsOf(input, scene)), en: (input, scene) => english(wordsOf(input, scene)) },
  examples: text => [
    { merchantId: text, address: text, open: 3, added: 2, fixed: 1 },
    { merchantId: text, address: text, open: 1, added: 1, fixed: 0 },
    { merchantId: text, address: text, open: 0, added: 0, fixed: 4 },
  ],
})
