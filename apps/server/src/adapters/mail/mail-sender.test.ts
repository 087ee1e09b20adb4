import type { AddressInfo } from 'node:net'
import PostalMime, { type Attachment } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, it } from 'vitest'
import { createLocalSender } from './local-sender.ts'
import { describeMailSender, someMail, type Received, type SenderUnderTest } from './mail-sender.contract.ts'
import { createMemorySender } from './memory-sender.ts'
import { openMailSender } from './open-mail-sender.ts'
import { createSmtpSender } from './smtp-sender.ts'

const calendarOf = (attachments: Attachment[]): string | null => {
  const found = attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.content
  if (found === undefined) return null
  return typeof found === 'string' ? found : new TextDecoder().decode(found)
}

const read = async (raw: Buffer, envelopeTo: string[]): Promise<Received> => {
  const mail = await PostalMime.parse(raw)
  return {
    envelopeTo,
    messageId: mail.messageId ?? '',
    to: mail.to?.map(({ address }) => address).join(', ') ?? '',
    from: mail.from?.address ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? null,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    unsubscribe: mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value.replace(/^<|>$/g, '') ?? null,
    calendar: calendarOf(mail.attachments),
    headers: mail.headers.map(({ key }) => key),
  }
}

const openServer = async () => {
  const mails: { raw: Buffer; to: string[] }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ raw: Buffer.concat(parts), to: session.envelope.rcptTo.map(({ address }) => address) })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await new Promise(resolve => listening.once('listening', resolve))
  const { port } = listening.address() as AddressInfo
  return { mails, port, close: () => new Promise<void>(resolve => void server.close(() => resolve())) }
}

const smtp = async (): Promise<SenderUnderTest> => {
  const { mails, port, close } = await openServer()
  return { sender: createSmtpSender(`smtp://127.0.0.1:${port}`), received: () => Promise.all(mails.map(({ raw, to }) => read(raw, to))), close }
}

const memory = async (): Promise<SenderUnderTest> => {
  const sender = createMemorySender()
  const received = async () =>
    sender.sent.map(mail => ({ ...mail, envelopeTo: [mail.to], from: mail.from.address, replyTo: mail.replyTo?.address ?? null, unsubscribe: mail.unsubscribeLink ?? null, calendar: mail.calendar?.content ?? null, headers: [] }))
  return { sender, received, close: async () => {} }
}

describeMailSender('the sender by SMTP', smtp)
describeMailSender('its twin in memory', memory)

it('by SMTP says what a machine has written', async () => {
  const { sender, received, close } = await smtp()
  await sender.send(someMail())
  expect((await received())[0]?.headers).toContain('auto-submitted')
  await close()
})

it('by SMTP lets a mail program end the topic by itself', async () => {
  const { sender, received, close } = await smtp()
  await sender.send(someMail({ unsubscribeLink: `https://ort.example/abbestellen?zu=${'x'.repeat(80)}` }))
  const [got] = await received()
  expect(got?.unsubscribe).toBe(`https://ort.example/abbestellen?zu=${'x'.repeat(80)}`)
  expect(got?.headers).toContain('list-unsubscribe-post')
  await close()
})

it('off this machine refuses to speak unencrypted', async () => {
  const { mails, port, close } = await openServer()
  await expect(createSmtpSender(`smtp://0.0.0.0:${port}`).send(someMail())).rejects.toThrow(/STARTTLS/)
  expect(mails).toEqual([])
  await createSmtpSender(`smtp://0.0.0.0:${port}?requireTLS=false`).send(someMail())
  expect(mails).toHaveLength(1)
  await close()
})

it('fails where nobody listens', async () => {
  const { port, close } = await openServer()
  await close()
  await expect(createSmtpSender(`smtp://127.0.0.1:${port}`).send(someMail())).rejects.toThrow(/ECONNREFUSED/)
})

it('locally takes what could be sent, and refuses what could not', async () => {
  await expect(createLocalSender().send(someMail())).resolves.toBeUndefined()
  await expect(createLocalSender().send(someMail({ to: 'a@example.org,b@example.org' }))).rejects.toThrow()
})

it('with a database of one’s own a mail server is a must', () => {
  expect(() => openMailSender({ DATABASE_URL: 'postgres://a@b/c', SMTP_URL: undefined })).toThrow(/SMTP_URL/)
  expect(openMailSender({ DATABASE_URL: undefined, SMTP_URL: undefined })).toHaveProperty('send')
})
