import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { VisitSlot } from '@digitallotsen/domain/visit/visit.schemas.ts'
import { defineMail } from '../mail/mail-template.ts'
import { oneLine, pageAddress, type MailContent, type MailScene, type Part } from '../mail/mail-words.ts'
import { placeWords, slotWords } from '../../pages/visit-words.ts'
import type { StoredVisit } from './visit.types.ts'

type Told = Pick<StoredVisit, 'purpose' | 'place' | 'placeNote' | 'merchantName' | 'merchantStreet' | 'guideName' | 'zone'>

/** `path` is where the button leads: the link without a sign-in, or the person's own page. */
export type VisitLetter = { visit: Told; path: string }
export type VisitProposed = VisitLetter & { slots: readonly VisitSlot[]; note: string | null; isMove: boolean }
export type VisitAgreed = VisitLetter & { slot: VisitSlot; ics: string }
export type VisitCancelled = VisitLetter & { slot: VisitSlot | null; reason: string | null; ics: string | null }
export type VisitReminder = VisitLetter & { slot: VisitSlot }

const names = {
  de: { when: 'Wann', what: 'Worum es geht', where: 'Wo', who: 'Digitallotse', business: 'Betrieb', reason: 'Grund', file: 'termin.ics' },
  en: { when: 'When', what: 'What about', where: 'Where', who: 'Digital guide', business: 'Business', reason: 'Reason', file: 'appointment.ics' },
} as const

const facts = (visit: Told, locale: Locale, slot: VisitSlot | null): Part => {
  const say = names[locale]
  return {
    facts: [
      ...(slot ? [[say.when, slotWords(slot, visit.zone, locale)] as const] : []),
      [say.what, visit.purpose], [say.where, placeWords(visit, locale)], [say.business, visit.merchantName],
      ...(visit.guideName ? [[say.who, visit.guideName] as const] : []),
    ],
  }
}

const button = (scene: MailScene, path: string, label: string): Part => ({ link: pageAddress(scene, path), label })
const about = ({ purpose, merchantName }: Told): string => oneLine(`${purpose} – ${merchantName}`)

const proposed = {
  de: ({ visit, path, slots, note, isMove }: VisitProposed, scene: MailScene): MailContent => ({
    subject: `${isMove ? 'Andere Zeit vorgeschlagen' : 'Terminvorschlag'}: ${about(visit)}`,
    parts: [
      isMove ? 'für Ihren Termin wird eine andere Zeit vorgeschlagen:' : 'für Ihren Termin gibt es Vorschläge:',
      { list: slots.map(slot => slotWords(slot, visit.zone, 'de')) },
      facts(visit, 'de', null),
      ...(note ? [`Nachricht dazu: „${oneLine(note, 900)}“`] : []),
      button(scene, path, 'Zeit auswählen oder ändern'),
      { note: isMove ? 'Bis Sie zusagen, bleibt es beim bisherigen Termin.' : 'Passt keine Zeit? Auf der Seite schlagen Sie selbst andere vor.' },
    ],
  }),
  en: ({ visit, path, slots, note, isMove }: VisitProposed, scene: MailScene): MailContent => ({
    subject: `${isMove ? 'Another time proposed' : 'Times proposed'}: ${about(visit)}`,
    parts: [
      isMove ? 'another time is proposed for your appointment:' : 'there are proposals for your appointment:',
      { list: slots.map(slot => slotWords(slot, visit.zone, 'en')) },
      facts(visit, 'en', null),
      ...(note ? [`Message: “${oneLine(note, 900)}”`] : []),
      button(scene, path, 'Choose or change the time'),
      { note: isMove ? 'Until you agree, the earlier appointment stands.' : 'No time suits you? Propose others on the page.' },
    ],
  }),
}

type Words = { subject: string; lead: string; label: string; note: string }

const agreed = (words: Record<Locale, Words>) => {
  const say = (locale: Locale) => ({ visit, path, slot, ics }: VisitAgreed, scene: MailScene): MailContent => ({
    subject: `${words[locale].subject}: ${about(visit)}`,
    parts: [words[locale].lead, facts(visit, locale, slot), button(scene, path, words[locale].label), { note: words[locale].note }],
    calendar: { method: 'REQUEST', name: names[locale].file, content: ics },
  })
  return { de: say('de'), en: say('en') }
}

const change = { de: 'Termin ändern oder absagen', en: 'Change or cancel the appointment' }
const attached = { de: 'Im Anhang liegt der Termin für Ihren Kalender.', en: 'The appointment for your calendar is attached.' }

const confirmed = agreed({
  de: { subject: 'Termin bestätigt', lead: 'Ihr Termin steht fest:', label: change.de, note: attached.de },
  en: { subject: 'Appointment confirmed', lead: 'your appointment is set:', label: change.en, note: attached.en },
})

const rescheduled = agreed({
  de: { subject: 'Termin verschoben', lead: 'Ihr Termin wurde verschoben. Jetzt gilt:', label: change.de, note: attached.de },
  en: { subject: 'Appointment moved', lead: 'your appointment was moved. It is now:', label: change.en, note: attached.en },
})

const cancelledWords = {
  de: { subject: 'Termin abgesagt', lead: 'dieser Termin findet nicht statt:', label: 'Neuen Termin vereinbaren' },
  en: { subject: 'Appointment cancelled', lead: 'this appointment will not take place:', label: 'Arrange a new appointment' },
} as const

const cancelled = (locale: Locale) => ({ visit, path, slot, reason, ics }: VisitCancelled, scene: MailScene): MailContent => ({
  subject: `${cancelledWords[locale].subject}: ${about(visit)}`,
  parts: [
    cancelledWords[locale].lead,
    facts(visit, locale, slot),
    ...(reason ? [{ facts: [[names[locale].reason, reason]] } satisfies Part] : []),
    button(scene, path, cancelledWords[locale].label),
  ],
  ...(ics === null ? {} : { calendar: { method: 'CANCEL', name: names[locale].file, content: ics } as const }),
})

const reminderWords = {
  de: { subject: 'Erinnerung', lead: 'bald ist Ihr Termin:' },
  en: { subject: 'Reminder', lead: 'your appointment is coming up:' },
} as const

const reminder = (locale: Locale) => ({ visit, path, slot }: VisitReminder, scene: MailScene): MailContent => ({
  subject: `${reminderWords[locale].subject}: ${slotWords(slot, visit.zone, locale)}`,
  parts: [reminderWords[locale].lead, facts(visit, locale, slot), button(scene, path, change[locale])],
})

const exampleSlot: VisitSlot = { date: '2027-07-01', time: '10:00', minutes: 60, doubleHour: null, startsAt: '2027-07-01T08:00:00.000Z', endsAt: '2027-07-01T09:00:00.000Z' }
const exampleOf = (text: string): VisitLetter => ({
  visit: { purpose: text, place: 'shop', placeNote: text, merchantName: text, merchantStreet: text, guideName: text, zone: 'Europe/Berlin' },
  path: `/termin/${'x'.repeat(43)}`,
})
const exampleFile = (method: string) => `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nEND:VCALENDAR`

export const visitProposedMail = defineMail({
  kind: 'visit_proposed',
  words: proposed,
  examples: text => [false, true].map(isMove => ({ ...exampleOf(text), slots: [exampleSlot], note: text, isMove })),
})
export const visitConfirmedMail = defineMail({ kind: 'visit_confirmed', words: confirmed, examples: text => [{ ...exampleOf(text), slot: exampleSlot, ics: exampleFile('REQUEST') }] })
export const visitRescheduledMail = defineMail({ kind: 'visit_rescheduled', words: rescheduled, examples: text => [{ ...exampleOf(text), slot: exampleSlot, ics: exampleFile('REQUEST') }] })
export const visitCancelledMail = defineMail({
  kind: 'visit_cancelled',
  words: { de: cancelled('de'), en: cancelled('en') },
  examples: (text): VisitCancelled[] => [
    { ...exampleOf(text), slot: exampleSlot, reason: text, ics: exampleFile('CANCEL') },
    { ...exampleOf(text), slot: null, reason: null, ics: null },
  ],
})
export const visitReminderMail = defineMail({ kind: 'visit_reminder', words: { de: reminder('de'), en: reminder('en') }, examples: text => [{ ...exampleOf(text), slot: exampleSlot }] })
