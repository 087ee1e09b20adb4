import type { Locale } from '../text.schemas.ts'
import type { OptionalMailTopic } from './mail-topics.ts'

export type TopicWords = {
  /** As a heading and after “no more …”. */
  title: string
  /** What comes, and how often. */
  about: string
}

/** What a person reads about the mails they can switch off. */
export const topicWords: Record<Locale, Record<OptionalMailTopic, TopicWords>> = {
  de: {
    reminder: { title: 'Erinnerungen', about: 'Wir erinnern Sie an Aufgaben und an Gespräche, die lange her sind.' },
    website_review: { title: 'Monatliche Website-Prüfung', about: 'Einmal im Monat sehen Sie, was sich auf Ihrer Website geändert hat.' },
    news: { title: 'Neuigkeiten aus dem Programm', about: 'Neue Angebote, Workshops und Fristen. Höchstens zweimal im Monat.' },
    tips: { title: 'Tipps', about: 'Ab und zu ein kurzer Tipp, der zu Ihrem Betrieb passt.' },
  },
  en: {
    reminder: { title: 'Reminders', about: 'We remind you of tasks, and of talks that were long ago.' },
    website_review: { title: 'Monthly website check', about: 'Once a month you see what has changed on your website.' },
    news: { title: 'News of the programme', about: 'New offers, workshops and deadlines. Twice a month at most.' },
    tips: { title: 'Tips', about: 'A short tip now and then that suits your business.' },
  },
}
