import { defineMail } from '../mail/mail-template.ts'
import { pageAddress } from '../mail/mail-words.ts'

export type CaseProposed = { business: string; answerBy: string; again: boolean }
export type CaseGuideNamed = { guide: string; languages: string; merchantId: string }
export type CaseWaitingAgain = { business: string; cause: 'declined' | 'expired' | 'rejected'; mentorshipId: string }
export type CaseContactDue = { business: string; days: number; mentorshipId: string; whom: 'guide' | 'office' }

export const caseProposedMail = defineMail({
  kind: 'case_proposed',
  words: {
    de: ({ business, answerBy, again }: CaseProposed, scene) => ({
      subject: again ? `Erinnerung: Möchten Sie ${business} begleiten?` : `Möchten Sie ${business} begleiten?`,
      parts: [
        again ? 'Ihre Antwort auf diese Anfrage fehlt noch.' : 'ein Betrieb wünscht sich Begleitung, und wir haben an Sie gedacht.',
        { facts: [['Betrieb', business], ['Antwort bis', answerBy]] },
        { link: pageAddress(scene, '/lotse'), label: 'Anfrage ansehen und antworten' },
        { note: 'Ohne Antwort geht die Anfrage danach an das Büro zurück.' },
      ],
    }),
    en: ({ business, answerBy, again }: CaseProposed, scene) => ({
      subject: again ? `Reminder: would you like to accompany ${business}?` : `Would you like to accompany ${business}?`,
      parts: [
        again ? 'your answer to this request is still missing.' : 'a business would like to be accompanied, and we thought of you.',
        { facts: [['Business', business], ['Answer by', answerBy]] },
        { link: pageAddress(scene, '/lotse'), label: 'See the request and answer' },
        { note: 'Without an answer the request then goes back to the office.' },
      ],
    }),
  },
  examples: (text): CaseProposed[] => [{ business: text, answerBy: text, again: false }, { business: text, answerBy: text, again: true }],
})

export const caseGuideNamedMail = defineMail({
  kind: 'case_guide_named',
  words: {
    de: ({ guide, languages, merchantId }: CaseGuideNamed, scene) => ({
      subject: `${guide} begleitet Ihren Betrieb`,
      parts: [
        'Sie haben jetzt eine feste Begleitung.',
        { facts: [['Name', guide], ['Sprachen', languages]] },
        'Bild, Kontakt und die nächsten Schritte sehen Sie in Ihrem Bereich.',
        { link: pageAddress(scene, `/mein-betrieb/${merchantId}/begleitung`), label: 'Begleitung ansehen' },
        { note: 'Passt es nicht? Dort können Sie um jemand anderen bitten, ohne Begründung.' },
      ],
    }),
    en: ({ guide, languages, merchantId }: CaseGuideNamed, scene) => ({
      subject: `${guide} will accompany your business`,
      parts: [
        'you now have a guide of your own.',
        { facts: [['Name', guide], ['Languages', languages]] },
        'You find picture, contact and next steps in your area.',
        { link: pageAddress(scene, `/mein-betrieb/${merchantId}/begleitung`), label: 'See your guide' },
        { note: 'Not the right person? You can ask for somebody else there, without giving a reason.' },
      ],
    }),
  },
  examples: text => [{ guide: text, languages: text, merchantId: 'm-1' }],
})

const causes = {
  de: { declined: 'Die Anfrage wurde abgelehnt.', expired: 'Die Anfrage blieb ohne Antwort.', rejected: 'Der Betrieb wünscht sich jemand anderen.' },
  en: { declined: 'The request was declined.', expired: 'The request went unanswered.', rejected: 'The business asks for somebody else.' },
} as const

export const caseWaitingAgainMail = defineMail({
  kind: 'case_waiting_again',
  words: {
    de: ({ business, cause, mentorshipId }: CaseWaitingAgain, scene) => ({
      subject: `${business} wartet wieder auf eine Begleitung`,
      parts: [causes.de[cause], { facts: [['Betrieb', business]] }, { link: pageAddress(scene, `/buero/patenschaften/${mentorshipId}`), label: 'Patenschaft öffnen' }],
    }),
    en: ({ business, cause, mentorshipId }: CaseWaitingAgain, scene) => ({
      subject: `${business} is waiting for a guide again`,
      parts: [causes.en[cause], { facts: [['Business', business]] }, { link: pageAddress(scene, `/buero/patenschaften/${mentorshipId}`), label: 'Open the mentorship' }],
    }),
  },
  examples: (text): CaseWaitingAgain[] => (['declined', 'expired', 'rejected'] as const).map(cause => ({ business: text, cause, mentorshipId: 'm-1' })),
})

const caseArea = { guide: '/lotse/faelle', office: '/buero/patenschaften' } as const

export const caseContactDueMail = defineMail({
  kind: 'case_contact_due',
  words: {
    de: ({ business, days, mentorshipId, whom }: CaseContactDue, scene) => ({
      subject: `${days} Tage ohne Kontakt: ${business}`,
      parts: [
        `seit ${days} Tagen gab es keinen Kontakt zu diesem Betrieb.`,
        whom === 'guide' ? 'Ein kurzer Anruf genügt. Ruht die Begleitung, pausieren Sie sie bitte.' : 'Bitte fragen Sie nach, wie es weitergeht.',
        { link: pageAddress(scene, `${caseArea[whom]}/${mentorshipId}`), label: 'Fall öffnen' },
      ],
    }),
    en: ({ business, days, mentorshipId, whom }: CaseContactDue, scene) => ({
      subject: `${days} days without contact: ${business}`,
      parts: [
        `there has been no contact with this business for ${days} days.`,
        whom === 'guide' ? 'A short call will do. If the mentorship rests, please pause it.' : 'Please ask how things will go on.',
        { link: pageAddress(scene, `${caseArea[whom]}/${mentorshipId}`), label: 'Open the case' },
      ],
    }),
  },
  examples: (text): CaseContactDue[] => (['guide', 'office'] as const).map(whom => ({ business: text, days: 21, mentorshipId: 'm-1', whom })),
})
