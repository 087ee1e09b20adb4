import { expect, it } from 'vitest'
import { createMemorySender } from '../../adapters/mail/memory-sender.ts'
import { createOperatorMail } from './operator.mails.ts'

const settings = { MAIL_FROM: 'lotsen@example.org', CONSOLE_HOST: 'console.localhost' }

it('an operator’s mail goes out at once, escaped, with a Message-ID of the console', async () => {
  const sender = createMemorySender()
  await createOperatorMail(sender, settings)({ to: 'Betrieb@example.org', subject: 'Code\r\nBcc: x@example.org', text: 'Guten Tag,\n\n<b>123</b>\nEnde' })
  expect(sender.sent).toMatchObject([{ to: 'betrieb@example.org', subject: 'Code Bcc: x@example.org', text: 'Guten Tag,\n\n<b>123</b>\nEnde' }])
  expect(sender.sent[0]?.messageId).toMatch(/^<[\w-]+@console\.localhost>$/)
  expect(sender.sent[0]?.html).toContain('<p>&lt;b&gt;123&lt;/b&gt;<br>Ende</p>')
})

it('an operator’s mail that cannot be sent is told to who asked for it', async () => {
  const sender = createMemorySender()
  sender.failWith(new Error('down'))
  await expect(createOperatorMail(sender, settings)({ to: 'a@example.org', subject: 'x', text: 'x' })).rejects.toThrow('down')
})
