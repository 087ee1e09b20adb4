import { beforeAll, describe, expect, it } from 'vitest'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import { loadSmallPack } from '../../jobs/jobs.fixture.ts'
import { oneLine, type MailScene, type MailWords } from './mail-words.ts'
import { listingDecidedMail } from './listing-decided.mail.ts'
import { newDeviceMail } from './new-device.mail.ts'
import { noAccountMail } from './no-account.mail.ts'
import { offerInvitedMail } from './offer-invited.mail.ts'
import { planKeptMail } from './plan-kept.mail.ts'
import { signInCodeMail } from './sign-in-code.mail.ts'

let pack: ResolvedPack
beforeAll(async () => void ({ pack } = await loadSmallPack('musterstadt')))

const origin = 'http://musterstadt.localhost:3000'
const scene = (change: Partial<MailScene> = {}): MailScene => ({ pack, locale: 'de', origin, ...change })
const code = { code: '123456', link: 'abc_DEF-123', minutes: 15 }
const at = new Date('2026-07-01T10:05:00Z')

const hostileName = `"><script>alert(1)</script>\r\nBcc: opfer@example.org\u2028<img src="https://evil.example/x"> & 'Sohn'`
const hostilePack = (): ResolvedPack => ({
  ...pack,
  name: hostileName,
  programme: hostileName,
  city: { ...pack.city, contact: { organisation: hostileName, person: hostileName, role: hostileName, phone: hostileName, email: hostileName, address: null, hours: hostileName } },
})

const attributesOf = (html: string) => (html.match(/<[a-z][^>]*>/gi) ?? []).flatMap(tag => tag.replace(/"[^"]*"/g, '').match(/[a-z-]+(?==)/gi) ?? [])

const all = (from: MailScene, name: string): [string, MailWords][] => [
  ['sign-in code', signInCodeMail(from, { code: name, link: name, minutes: 15 })],
  ['no account', noAccountMail(from)],
  ...(['published', 'rejected', 'taken_down'] as const).flatMap((decision): [string, MailWords][] => [
    [`page ${decision}`, listingDecidedMail(from, { merchantId: name, decision, what: name, slug: 'laden', reason: name })],
    [`offer ${decision}`, listingDecidedMail(from, { merchantId: name, decision, what: name, slug: null, reason: null })],
  ]),
  ['plan kept', planKeptMail(from, { business: name, merchantId: name })],
  ['offer invitation', offerInvitedMail(from, { merchantId: name, inviter: name, what: name })],
  ['new device', newDeviceMail(from, { device: name, at })],
]

describe('the mail with the code', () => {
  it('names the code in the subject, in the text and in the HTML, in two halves', () => {
    const words = signInCodeMail(scene(), code)
    expect(words.subject).toBe('Ihr Anmelde-Code für Digitallotsen Musterstadt: 123 456')
    expect(words.text).toContain('    123 456\n')
    expect(words.html).toContain('>123 456</p>')
  })

  it('carries the link, how long it holds, and what to do if one did not ask', () => {
    const { text, html } = signInCodeMail(scene(), code)
    expect(text).toContain(`\n${origin}/anmelden/link#abc_DEF-123\n`)
    expect(html).toContain(`href="${origin}/anmelden/link#abc_DEF-123"`)
    expect(text).toContain('15 Minuten')
    expect(text).toContain('nichts zu tun')
  })

  it('in English leads to the English page', () => {
    const words = signInCodeMail(scene({ locale: 'en' }), code)
    expect(words.subject).toBe('Your sign-in code for Digitallotsen Musterstadt: 123 456')
    expect(words.text).toContain(`${origin}/en/anmelden/link#abc_DEF-123`)
    expect(words.html).toContain('<html lang="en">')
  })
})

it('the mail without an account shows the way to one', () => {
  const { text } = noAccountMail(scene())
  expect(text).toContain(`${origin}/check\n`)
  expect(text).toContain('kein Konto')
  expect(text).not.toMatch(/^ +\d{3} \d{3}$/m)
})

it('the mail on a kept plan says where it is and who helps', () => {
  const withPerson = { ...pack, city: { ...pack.city, contact: { ...pack.city.contact, person: 'Änne Muster' } } }
  const { text } = planKeptMail(scene({ pack: withPerson }), { business: 'Laden Übung', merchantId: 'm-1' })
  expect(text).toContain('„Laden Übung“')
  expect(text).toContain(`${origin}/mein-betrieb/m-1/plan`)
  expect(text).toContain('Ihre Ansprechperson ist Änne Muster, Wirtschaftsförderung Musterstadt.')
})

it('the mail on a new device gives the time as the city has it', () => {
  expect(newDeviceMail(scene(), { device: 'Firefox auf Windows', at }).text).toContain('Firefox auf Windows, am 1. Juli 2026 um 12:05 Uhr.')
  expect(newDeviceMail(scene({ locale: 'en' }), { device: 'Firefox', at }).text).toContain('1 July 2026 at 12:05')
})

describe.each(['de', 'en'] as const)('every mail in %s', locale => {
  it('names city, programme and contact', () => {
    for (const [, { text, html }] of all(scene({ locale }), 'Laden')) {
      for (const word of ['Musterstadt', 'Digitallotsen Musterstadt', 'Wirtschaftsförderung Musterstadt', '02000 12345', 'lotsen@example.org']) {
        expect(text).toContain(word)
        expect(html).toContain(word)
      }
    }
  })

  it('says the same in text and HTML', () => {
    for (const [, { text, html }] of all(scene({ locale }), 'Laden')) {
      const plain = html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]+>/g, ' ')
      for (const sentence of text.split(/\n+/).filter(line => line.trim() !== '' && !/^(https?:|-- $)/.test(line))) expect(plain).toContain(sentence.trim().replace(/:$/, ''))
    }
  })

  it('escapes whatever names there are', () => {
    for (const [what, { html }] of all(scene({ locale, pack: hostilePack() }), hostileName)) {
      expect(html.match(/<[a-z!/][^>]*>/gi)?.filter(tag => !/^<(!doctype html|\/?(html|head|meta|title|body|div|p|a|br|hr)\b)/i.test(tag)), what).toEqual([])
      expect(['charset', 'content', 'href', 'lang', 'name', 'style'], what).toEqual(expect.arrayContaining(attributesOf(html)))
      expect(html, what).toContain('&lt;script&gt;')
    }
  })

  it('lets no name begin a line or a paragraph of its own', () => {
    for (const [what, { text }] of all(scene({ locale, pack: hostilePack() }), hostileName)) expect(text, what).not.toMatch(/(^|[\r\n\u2028])Bcc:/)
  })

  it('keeps the subject on one line', () => {
    for (const [what, { subject }] of all(scene({ locale, pack: hostilePack() }), hostileName)) expect(subject, what).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
  })

  it('loads nothing, runs nothing and names no colour', () => {
    for (const [, { html }] of all(scene({ locale }), 'Laden')) {
      expect(html).not.toMatch(/<img|<script|<link|<style|src=|url\(|@import/i)
      expect(html).not.toMatch(/color: ?[#a-z]|background/i)
      expect(html).toContain('<meta name="color-scheme" content="light dark">')
    }
  })
})

it('a value on one line has no sign that breaks, hides or turns it', () => {
  expect(oneLine(' a\r\nb\0c\u202Ed\u2028e\t f ')).toBe('a b c d e f')
  expect(oneLine('x'.repeat(300))).toHaveLength(200)
})
