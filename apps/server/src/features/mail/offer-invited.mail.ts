import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import { composeMail, oneLine, pageAddress, type MailContent, type MailScene, type MailWords } from './mail-words.ts'

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

export const offerInvitedMail = (scene: MailScene, { merchantId, inviter, what }: OfferInvitation): MailWords =>
  composeMail(scene, content[scene.locale]({ inviter: oneLine(inviter), what: oneLine(what), own: pageAddress(scene, `/mein-betrieb/${encodeURIComponent(merchantId)}/angebote`) }))
