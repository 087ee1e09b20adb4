import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MailSender } from './mail-sender.ts'
import type { OutgoingMail } from './outgoing-mail.ts'

/** What a sender's other end got, each header read back as a mail program would. */
export type Received = { messageId: string; envelopeTo: string[]; to: string; from: string; replyTo: string | null; subject: string; text: string; html: string; unsubscribe: string | null; calendar: string | null; headers: string[] }

export type SenderUnderTest = { sender: MailSender; received(): Promise<Received[]>; close(): Promise<void> }

let number = 0
export const someMail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: `<mail-${++number}@musterstadt.localhost>`,
  from: { name: 'Digitallotsen Übungsheim', address: 'lotsen@example.org' },
  replyTo: { name: 'Jörg „Kontakt“, Beispiel', address: 'kontakt@example.org' },
  to: 'laden@example.org',
  subject: 'Ihr Anmelde-Code für Übungsheim: 123 456',
  text: 'Guten Tag, Größe & Maß.\n.\nEnde',
  html: '<p>Guten Tag, Größe &amp; Maß.</p>',
  ...change,
})

const someCalendar = { method: 'REQUEST', name: 'termin.ics', content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n' } as const

const hostile: [string, Partial<OutgoingMail>][] = [
  ['a subject of two lines', { subject: 'Hallo\r\nBcc: opfer@example.org' }],
  ['a lone line feed in a subject', { subject: 'Hallo\nBcc: opfer@example.org' }],
  ['a NUL in a subject', { subject: 'Hallo\0' }],
  ['a sender’s name of two lines', { from: { name: 'Stadt\r\nBcc: opfer@example.org', address: 'lotsen@example.org' } }],
  ['a sender’s address of two lines', { from: { name: 'Stadt', address: 'lotsen@example.org\r\nBcc: opfer@example.org' } }],
  ['a contact’s name of two lines', { replyTo: { name: 'K\nBcc: opfer@example.org', address: 'kontakt@example.org' } }],
  ['a recipient of two lines', { to: 'laden@example.org\r\nBcc: opfer@example.org' }],
  ['two recipients in one', { to: 'laden@example.org, opfer@example.org' }],
  ['a recipient with a name', { to: 'Laden <laden@example.org>' }],
  ['a recipient with an argument', { to: 'laden@example.org> SIZE=1 <opfer@example.org' }],
  ['no recipient', { to: '' }],
  ['a link of two lines to unsubscribe', { unsubscribeLink: 'https://ort.example/abbestellen>\r\nBcc: <opfer@example.org' }],
  ['a script to unsubscribe', { unsubscribeLink: 'javascript:alert(1)' }],
  ['a calendar of another method', { calendar: { ...someCalendar, method: 'CANCEL' } }],
  ['a calendar with a name of two lines', { calendar: { ...someCalendar, name: 'a\r\nBcc: b.ics' } }],
  ['no calendar at all', { calendar: { ...someCalendar, content: '<html>' } }],
  ['a Message-ID of two lines', { messageId: '<a@b>\r\nBcc: opfer@example.org' }],
]

export const describeMailSender = (name: string, open: () => Promise<SenderUnderTest>): void => {
  describe(name, () => {
    let under: SenderUnderTest
    beforeAll(async () => void (under = await open()))
    afterAll(() => under.close())
    const last = async () => (await under.received()).at(-1)

    it('delivers addresses, subject, text and HTML as given', async () => {
      const mail = someMail()
      await under.sender.send(mail)
      const got = await last()
      expect(got).toMatchObject({ messageId: mail.messageId, envelopeTo: [mail.to], to: mail.to, from: mail.from.address, replyTo: 'kontakt@example.org', subject: mail.subject })
      expect(got?.text.trim().replaceAll('\r\n', '\n')).toBe(mail.text)
      expect(got?.html.trim()).toBe(mail.html)
    })

    it('keeps the Message-ID when the same mail is sent again', async () => {
      const mail = someMail()
      await under.sender.send(mail)
      await under.sender.send(mail)
      expect((await under.received()).slice(-2).map(({ messageId }) => messageId)).toEqual([mail.messageId, mail.messageId])
    })

    it('does without an address to reply to', async () => {
      await under.sender.send(someMail({ replyTo: null }))
      expect(await last()).toMatchObject({ replyTo: null })
    })

    it('says how to end the topic, where one can', async () => {
      await under.sender.send(someMail())
      expect(await last()).toMatchObject({ unsubscribe: null })
      const unsubscribeLink = 'https://ort.example/abbestellen?zu=abc_DEF-123'
      await under.sender.send(someMail({ unsubscribeLink }))
      expect(await last()).toMatchObject({ unsubscribe: unsubscribeLink })
    })

    it('brings an appointment as a calendar reads it, beside text and HTML', async () => {
      const mail = someMail({ calendar: someCalendar })
      await under.sender.send(mail)
      const got = await last()
      expect(got?.calendar?.replaceAll('\r\n', '\n').trim()).toBe(someCalendar.content.replaceAll('\r\n', '\n').trim())
      expect(got?.html.trim()).toBe(mail.html)
    })

    it('takes a name full of signs as one name', async () => {
      await under.sender.send(someMail({ from: { name: 'A" <opfer@example.org>, B: "C', address: 'lotsen@example.org' } }))
      expect(await last()).toMatchObject({ from: 'lotsen@example.org', envelopeTo: ['laden@example.org'] })
    })

    it.each(hostile)('refuses %s and delivers nothing', async (_what, change) => {
      const before = (await under.received()).length
      await expect(under.sender.send(someMail(change))).rejects.toThrow()
      const after = await under.received()
      expect(after).toHaveLength(before)
      expect(after.flatMap(({ headers }) => headers)).not.toContain('bcc')
    })
  })
}
