import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene, type Part } from './mail-words.ts'

/** What the office decided about a page (with its address) or an offer (without one); `reason` is the office's own sentence. */
export type ListingDecision = { merchantId: string; decision: 'published' | 'rejected' | 'taken_down'; what: string; slug: string | null; reason: string | null }

type Words = Pick<ListingDecision, 'decision' | 'reason'> & { what: string; page: string | null; own: string; programme: string }

const told = (reason: string | null, label: string, quoted: (text: string) => string): Part[] => (reason === null ? [] : [label, quoted(oneLine(reason, 900))])

const german = ({ decision, reason, what, page, own, programme }: Words): MailContent => {
  if (decision === 'published') {
    return {
      subject: `„${what}“ ist jetzt sichtbar`,
      parts: [`„${what}“ ist geprüft und veröffentlicht.`, ...(page ? [{ link: page, label: 'Die Seite ansehen' }] : []), 'Sie können die Angaben jederzeit ändern:', { link: own, label: 'Angaben bearbeiten' }],
    }
  }
  const opening = decision === 'rejected' ? `„${what}“ ist noch nicht veröffentlicht. Bitte ändern Sie etwas daran.` : `„${what}“ ist nicht mehr sichtbar. Wir haben die Veröffentlichung beendet.`
  return {
    subject: decision === 'rejected' ? `„${what}“ braucht noch eine Änderung` : `„${what}“ ist nicht mehr sichtbar`,
    parts: [opening, ...told(reason, `Das schreibt Ihnen ${programme}:`, text => `„${text}“`), 'Hier können Sie die Angaben ändern und neu einreichen:', { link: own, label: 'Angaben bearbeiten' }],
  }
}

const english = ({ decision, reason, what, page, own, programme }: Words): MailContent => {
  if (decision === 'published') {
    return {
      subject: `“${what}” is now visible`,
      parts: [`“${what}” has been checked and published.`, ...(page ? [{ link: page, label: 'See the page' }] : []), 'You can change it at any time:', { link: own, label: 'Edit' }],
    }
  }
  const opening = decision === 'rejected' ? `“${what}” is not published yet. Please change something.` : `“${what}” is no longer visible. We have ended its publication.`
  return {
    subject: decision === 'rejected' ? `“${what}” needs a change` : `“${what}” is no longer visible`,
    parts: [opening, ...told(reason, `This is what ${programme} writes:`, text => `“${text}”`), 'Here you can change it and submit it again:', { link: own, label: 'Edit' }],
  }
}

const content: Record<Locale, (words: Words) => MailContent> = { de: german, en: english }

const say = ({ merchantId, decision, what, slug, reason }: ListingDecision, scene: MailScene): MailContent => {
  const own = pageAddress(scene, `/mein-betrieb/${encodeURIComponent(merchantId)}/${slug === null ? 'angebote' : 'eintrag'}`)
  const page = slug === null ? null : pageAddress(scene, `/betriebe/${slug}`)
  return content[scene.locale]({ decision, reason, what: oneLine(what), page, own, programme: oneLine(scene.pack.programme) })
}

const decisions = ['rejected', 'taken_down'] as const

export const listingDecidedMail = defineMail({
  kind: 'listing_decided',
  words: { de: say, en: say },
  examples: (text): ListingDecision[] => [
    { merchantId: text, decision: 'published', what: text, slug: 'laden', reason: null },
    { merchantId: text, decision: 'published', what: text, slug: null, reason: null },
    ...decisions.flatMap((decision): ListingDecision[] => [
      { merchantId: text, decision, what: text, slug: 'laden', reason: text },
      { merchantId: text, decision, what: text, slug: null, reason: null },
    ]),
  ],
})
