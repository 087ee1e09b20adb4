import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { defineMail } from './mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene } from './mail-words.ts'

/** A business asks another one to take part in its offer. */
export type OfferInvitation = { merchantId: string; inviter: string; what: string }

type Words = Omit<OfferInvitation, 'merchantId'> & { own: string }

const content: Record<Locale, (words: Words) => MailContent> = {
  de: ({ inviter, what, own }) => ({
    subject: `${inviter} lädt Sie ein: ${what}`,
    parts: [`${inviter} möchte „${what}“ gemeinsam mit Ihnen anbieten.`, 'Ihr Betrieb steht erst dabei, wenn Sie zusagen. Hier können Sie zusagen oder absagen:', { link: own, label: 'Einladung ansehen' }],
  }),
  en: ({ inviter, what, own }) => ({
    subject: `${inviter} invites you: ${what}`,
    parts: [`${inviter} would like to offer “${what}” together with you.`, 'Your business is named only once you agree. Here you can accept or decline:', { link: own, label: 'See the invitation' }],
  }),
}

const say = ({ merchantId, inviter, what }: OfferInvitation, scene: MailScene): MailContent =>
  content[scene.locale]({ inviter: oneLine(inviter), what: oneLine(what), own: pageAddress(scene, `/mein-betrieb/${encodeURIComponent(merchantId)}/angebote`) })

export const offerInvitedMail = defineMail({
  kind: 'offer_invited',
  words: { de: say, en: say },
  examples: text => [{ merchantId: text, inviter: text, what: text }],
})
