import { defineMail } from '../mail/mail-template.ts'
import { pageAddress } from '../mail/mail-words.ts'

export type HandoverListed = { business: string; dueOn: string; sheetOn: string }
export type HandoverAnnounced = { guide: string; dueOn: string; merchantId: string }
export type HandoverDone = { business: string; mentorshipId: string }
export type HandoverGap = { business: string; mentorshipId: string }

export const handoverListedMail = defineMail({
  kind: 'handover_listed',
  words: {
    de: ({ business, dueOn, sheetOn }: HandoverListed, scene) => ({
      subject: `Übergabe vorbereiten: ${business}`,
      parts: [
        'Ihr Semester geht zu Ende. Bitte entscheiden Sie, was aus diesem Fall wird.',
        { facts: [['Betrieb', business], ['Übergabeblatt bis', sheetOn], ['Übergabe am', dueOn]] },
        { link: pageAddress(scene, '/lotse'), label: 'Fälle ansehen' },
        { note: 'Abschließen, übergeben oder beenden: Ihre Wahl lässt sich bis zum Datum ändern.' },
      ],
    }),
    en: ({ business, dueOn, sheetOn }: HandoverListed, scene) => ({
      subject: `Prepare the handover: ${business}`,
      parts: [
        'your semester comes to its end. Please decide what becomes of this case.',
        { facts: [['Business', business], ['Handover sheet by', sheetOn], ['Handover on', dueOn]] },
        { link: pageAddress(scene, '/lotse'), label: 'See the cases' },
        { note: 'Finish, hand over or end: you can change your choice until that day.' },
      ],
    }),
  },
  examples: (text): HandoverListed[] => [{ business: text, dueOn: text, sheetOn: text }],
})

export const handoverAnnouncedMail = defineMail({
  kind: 'handover_announced',
  words: {
    de: ({ guide, dueOn, merchantId }: HandoverAnnounced, scene) => ({
      subject: `${guide} begleitet Sie künftig`,
      parts: [
        'Ihre Begleitung wechselt. Alles Besprochene geht mit.',
        { facts: [['Neu für Sie da', guide], ['Ab', dueOn]] },
        'Passt es Ihnen nicht? Dann widersprechen Sie einfach. Wir melden uns bei Ihnen.',
        { link: pageAddress(scene, `/mein-betrieb/${merchantId}/begleitung`), label: 'Wechsel ansehen' },
      ],
    }),
    en: ({ guide, dueOn, merchantId }: HandoverAnnounced, scene) => ({
      subject: `${guide} will accompany you from now on`,
      parts: [
        'your guide changes. Everything you agreed on goes along.',
        { facts: [['New for you', guide], ['From', dueOn]] },
        'Not the right person? Simply object, and we will get in touch.',
        { link: pageAddress(scene, `/mein-betrieb/${merchantId}/begleitung`), label: 'See the change' },
      ],
    }),
  },
  examples: (text): HandoverAnnounced[] => [{ guide: text, dueOn: text, merchantId: 'm-1' }],
})

export const handoverDoneMail = defineMail({
  kind: 'handover_done',
  words: {
    de: ({ business, mentorshipId }: HandoverDone, scene) => ({
      subject: `Übernommen: ${business}`,
      parts: ['Dieser Fall gehört jetzt Ihnen. Das Übergabeblatt sagt, was zugesagt ist und was als Nächstes ansteht.', { link: pageAddress(scene, `/lotse/faelle/${mentorshipId}`), label: 'Fall öffnen' }],
    }),
    en: ({ business, mentorshipId }: HandoverDone, scene) => ({
      subject: `Taken over: ${business}`,
      parts: ['this case is yours now. The handover sheet tells what was promised and what comes next.', { link: pageAddress(scene, `/lotse/faelle/${mentorshipId}`), label: 'Open the case' }],
    }),
  },
  examples: (text): HandoverDone[] => [{ business: text, mentorshipId: 'f-1' }],
})

export const handoverGapMail = defineMail({
  kind: 'handover_gap',
  words: {
    de: ({ business }: HandoverGap, scene) => ({
      subject: `Ohne Begleitung: ${business}`,
      parts: ['Die bisherige Begleitung ist beendet, und niemand hat übernommen. Sie sind jetzt als Ansprechperson genannt.', { link: pageAddress(scene, '/buero/patenschaften'), label: 'Patenschaften öffnen' }],
    }),
    en: ({ business }: HandoverGap, scene) => ({
      subject: `Without a guide: ${business}`,
      parts: ['the former guide has left, and nobody has taken over. You are named as the contact now.', { link: pageAddress(scene, '/buero/patenschaften'), label: 'Open the mentorships' }],
    }),
  },
  examples: (text): HandoverGap[] => [{ business: text, mentorshipId: 'f-1' }],
})
