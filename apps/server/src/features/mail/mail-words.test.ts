import { beforeAll, describe, expect, it } from 'vitest'
import type { MailKind } from '@digitallotsen/domain/mail/mail-kinds.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadSmallPack } from '../../jobs/jobs.fixture.ts'
import type { MailTemplate } from './mail-template.ts'
import { composeMail, oneLine, type MailScene, type MailWords, type Part } from './mail-words.ts'
import { newDeviceMail } from './new-device.mail.ts'
import { noAccountMail } from './no-account.mail.ts'
import { planKeptMail } from './plan-kept.mail.ts'
import { signInCodeMail } from './sign-in-code.mail.ts'

let pack: ResolvedPack
beforeAll(async () => void ({ pack } = await loadSmallPack('musterstadt')))

const origin = 'http://musterstadt.localhost:3000'
const scene = (change: Partial<MailScene> = {}): MailScene => ({ pack, locale: 'de', origin, ...change })
const code = { code: '123456', link: 'abc_DEF-123', minutes: 15 }
const at = new Date('2026-07-01T10:05:00Z')

const write = <K extends MailKind, I>({ say }: MailTemplate<K, I>, input: I, from: MailScene): MailWords => composeMail(from, say(from, input))

describe('the mail with the code', () => {
  it('names the code in the subject, in the text and in the HTML, in two halves', () => {
    const words = write(signInCodeMail, code, scene())
    expect(words.subject).toBe('Ihr Anmelde-Code für Digitallotsen Musterstadt: 123 456')
    expect(words.text).toContain('    123 456\n')
    expect(words.html).toContain('>123 456</p>')
  })

  it('carries the link, how long it holds, and what to do if one did not ask', () => {
    const { text, html } = write(signInCodeMail, code, scene())
    expect(text).toContain(`\n${origin}/anmelden/link#abc_DEF-123\n`)
    expect(html).toContain(`href="${origin}/anmelden/link#abc_DEF-123"`)
    expect(text).toContain('15 Minuten')
    expect(text).toContain('nichts zu tun')
  })

  it('in English leads to the English page', () => {
    const words = write(signInCodeMail, code, scene({ locale: 'en' }))
    expect(words.subject).toBe('Your sign-in code for Digitallotsen Musterstadt: 123 456')
    expect(words.text).toContain(`${origin}/en/anmelden/link#abc_DEF-123`)
    expect(words.html).toContain('<html lang="en">')
  })
})

it('the mail without an account shows the way to one', () => {
  const { text } = write(noAccountMail, null, scene())
  expect(text).toContain(`${origin}/check\n`)
  expect(text).toContain('kein Konto')
  expect(text).not.toMatch(/^ +\d{3} \d{3}$/m)
})

it('the mail on a kept plan says where it is and who helps', () => {
  const withPerson = { ...pack, city: { ...pack.city, contact: { ...pack.city.contact, person: 'Änne Muster' } } }
  const { text } = write(planKeptMail, { business: 'Laden Übung', merchantId: 'm-1' }, scene({ pack: withPerson }))
  expect(text).toContain('„Laden Übung“')
  expect(text).toContain(`${origin}/mein-betrieb/m-1/plan`)
  expect(text).toContain('Ihre Ansprechperson ist Änne Muster, Wirtschaftsförderung Musterstadt.')
})

it('the mail on a new device gives the time as the city has it', () => {
  expect(write(newDeviceMail, { device: 'Firefox auf Windows', at }, scene()).text).toContain('Firefox auf Windows, am 1. Juli 2026 um 12:05 Uhr.')
  expect(write(newDeviceMail, { device: 'Firefox', at }, scene({ locale: 'en' })).text).toContain('1 July 2026 at 12:05')
})

describe('the parts of a mail', () => {
  const parts: Part[] = ['Absatz', { facts: [['Wann', '1. Juli, 10 Uhr'], ['Wo', 'Markt 1\r\nBcc: x']] }, { list: ['erst <dies>', 'dann das'] }, { note: 'Kleingedrucktes' }]
  const words = () => composeMail(scene(), { subject: 'x', parts })

  it('are facts by name, a list and small print in the text', () => {
    expect(words().text).toContain('Absatz\n\nWann: 1. Juli, 10 Uhr\nWo: Markt 1 Bcc: x\n\n- erst <dies>\n- dann das\n\nKleingedrucktes\n')
  })

  it('and the same in the HTML', () => {
    expect(words().html).toContain('<p>Wann: <b>1. Juli, 10 Uhr</b><br>Wo: <b>Markt 1 Bcc: x</b></p>')
    expect(words().html).toContain('<ul><li>erst &lt;dies&gt;</li><li>dann das</li></ul>')
  })

  it('end with the way out, where there is one', () => {
    const { text, html } = composeMail(scene(), { subject: 'x', parts }, { title: 'Tipps', link: `${origin}/abbestellen?zu=abc` })
    expect(text).toMatch(/gehört zu „Tipps“.*:\nhttp:\/\/musterstadt\.localhost:3000\/abbestellen\?zu=abc\n$/s)
    expect(html).toContain(`href="${origin}/abbestellen?zu=abc"`)
  })
})

it('a value on one line has no sign that breaks, hides or turns it', () => {
  expect(oneLine(' a\r\nb\0c\u202Ed\u2028e\t f ')).toBe('a b c d e f')
  expect(oneLine('x'.repeat(300))).toHaveLength(200)
})
