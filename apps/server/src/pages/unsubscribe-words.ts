import type { Locale } from '@digitallotsen/domain/text.schemas.ts'

type Words = {
  askTitle: (topic: string) => string
  askText: string
  action: string
  doneTitle: string
  doneText: (topic: string) => string
  again: string
  invalidTitle: string
  invalidText: string
  limitedTitle: string
  limitedText: string
  account: string
}

export const unsubscribeWords: Record<Locale, Words> = {
  de: {
    askTitle: topic => `„${topic}“ abbestellen?`,
    askText: 'Sie bekommen dann keine E-Mails dieser Art mehr. Was für Sie wichtig ist, kommt weiterhin: Codes, Termine und Entscheidungen.',
    action: 'Jetzt abbestellen',
    doneTitle: 'Das ist abbestellt',
    doneText: topic => `Sie bekommen keine E-Mails mehr zu „${topic}“. Eine, die schon unterwegs ist, kann noch ankommen.`,
    again: 'Doch wieder bekommen? Das stellen Sie in Ihrem Konto ein.',
    invalidTitle: 'Dieser Link gilt nicht mehr',
    invalidText: 'Vielleicht ist er unvollständig. In Ihrem Konto können Sie jede Art von E-Mail abstellen.',
    limitedTitle: 'Das waren zu viele Versuche',
    limitedText: 'Bitte versuchen Sie es später noch einmal. Oder stellen Sie die E-Mails in Ihrem Konto ab.',
    account: 'Zu meinem Konto',
  },
  en: {
    askTitle: topic => `Unsubscribe from “${topic}”?`,
    askText: 'You will then get no more e-mails of this kind. What matters to you still comes: codes, appointments and decisions.',
    action: 'Unsubscribe now',
    doneTitle: 'You are unsubscribed',
    doneText: topic => `You will get no more e-mails of the kind “${topic}”. One that is under way may still arrive.`,
    again: 'You want them again? You can set that in your account.',
    invalidTitle: 'This link no longer works',
    invalidText: 'Perhaps it is incomplete. In your account you can switch off every kind of e-mail.',
    limitedTitle: 'Too many attempts',
    limitedText: 'Please try again later. Or switch the e-mails off in your account.',
    account: 'To my account',
  },
}
