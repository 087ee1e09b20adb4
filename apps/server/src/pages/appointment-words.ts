import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { VisitActor, VisitState } from '@digitallotsen/domain/visit/visit.schemas.ts'

type Words = {
  openTitle: string; agreedTitle: string; moveTitle: string; when: string; what: string; where: string; who: string; message: string
  choose: string; chooseHint: string; confirm: string; keep: string
  otherTitle: string; otherHint: string; day: string; time: string; length: string; minutes: (count: number) => string; send: string; note: string
  optional: string; nth: (n: number) => string; doubleLabel: string; earlier: string; later: string
  cancelTitle: string; cancelHint: string; reason: string; cancel: string
  states: Record<VisitState, string>; by: Record<VisitActor, string>; waiting: string; closedHint: string; toAccount: string
  invalidTitle: string; invalidText: string; limitedTitle: string; limitedText: string; refused: string; instead: (time: string) => string
}

export const appointmentWords: Record<Locale, Words> = {
  de: {
    openTitle: 'Wann passt es Ihnen?', agreedTitle: 'Ihr Termin', moveTitle: 'Passt Ihnen eine andere Zeit?',
    when: 'Wann', what: 'Worum es geht', where: 'Wo', who: 'Ihr Digitallotse', message: 'Nachricht',
    choose: 'Bitte wählen Sie eine Zeit', chooseHint: 'Alle Zeiten gelten in der Zeitzone Ihrer Stadt.', confirm: 'Diese Zeit zusagen', keep: 'Bis Sie zusagen, bleibt es beim bisherigen Termin.',
    otherTitle: 'Andere Zeiten vorschlagen', otherHint: 'Schlagen Sie bis zu drei Zeiten vor. Dann antwortet Ihr Digitallotse.',
    day: 'Tag', time: 'Uhrzeit', length: 'Dauer', minutes: count => `${count} Minuten`, send: 'Zeiten vorschlagen', note: 'Nachricht', optional: 'freiwillig',
    nth: n => `Vorschlag ${n}`, doubleLabel: 'Diese Stunde gibt es zweimal. Welche meinen Sie?', earlier: 'vor der Zeitumstellung', later: 'nach der Zeitumstellung',
    cancelTitle: 'Termin absagen', cancelHint: 'Ihr Digitallotse bekommt gleich eine Nachricht.', reason: 'Grund', cancel: 'Termin absagen',
    states: { proposed: 'Vorgeschlagen', confirmed: 'Bestätigt', cancelled: 'Abgesagt', held: 'Hat stattgefunden', missed: 'Hat nicht stattgefunden' },
    by: { guide: 'vom Digitallotsen', merchant: 'von Ihnen', office: 'vom Büro der Stadt', system: 'vom System' },
    waiting: 'Ihre Vorschläge sind unterwegs. Sie bekommen eine E-Mail, sobald eine Antwort da ist.',
    closedHint: 'Dieser Link ist benutzt. Für Änderungen nehmen Sie die neueste E-Mail oder melden sich an.', toAccount: 'Zu meinem Betrieb',
    invalidTitle: 'Dieser Link gilt nicht mehr', invalidText: 'Vielleicht gibt es eine neuere E-Mail zu diesem Termin. Sie können sich auch anmelden oder anrufen.',
    limitedTitle: 'Das waren zu viele Versuche', limitedText: 'Bitte versuchen Sie es in ein paar Minuten noch einmal. Oder rufen Sie uns an.', refused: 'Das hat nicht geklappt', instead: time => `Wie wäre es mit ${time} Uhr?`,
  },
  en: {
    openTitle: 'Which time suits you?', agreedTitle: 'Your appointment', moveTitle: 'Would another time suit you?',
    when: 'When', what: 'What about', where: 'Where', who: 'Your digital guide', message: 'Message',
    choose: 'Please choose a time', chooseHint: 'All times are those of your city.', confirm: 'Confirm this time', keep: 'Until you agree, the earlier appointment stands.',
    otherTitle: 'Propose other times', otherHint: 'Propose up to three times. Your digital guide will answer.',
    day: 'Day', time: 'Time', length: 'Length', minutes: count => `${count} minutes`, send: 'Propose these times', note: 'Message', optional: 'optional',
    nth: n => `Proposal ${n}`, doubleLabel: 'This hour comes twice. Which one do you mean?', earlier: 'before the clocks change', later: 'after the clocks change',
    cancelTitle: 'Cancel the appointment', cancelHint: 'Your digital guide is told at once.', reason: 'Reason', cancel: 'Cancel the appointment',
    states: { proposed: 'Proposed', confirmed: 'Confirmed', cancelled: 'Cancelled', held: 'Took place', missed: 'Did not take place' },
    by: { guide: 'by the digital guide', merchant: 'by you', office: 'by the city’s office', system: 'by the system' },
    waiting: 'Your proposals are under way. You will get an e-mail as soon as there is an answer.',
    closedHint: 'This link has been used. For changes take the newest e-mail or sign in.', toAccount: 'To my business',
    invalidTitle: 'This link no longer works', invalidText: 'Perhaps there is a newer e-mail about this appointment. You can also sign in or call.',
    limitedTitle: 'Too many attempts', limitedText: 'Please try again in a few minutes. Or give us a call.', refused: 'That did not work', instead: time => `How about ${time}?`,
  },
}
