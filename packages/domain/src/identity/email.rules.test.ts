import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { emailAddress } from '../text.schemas.ts'
import { canNormaliseEmail, normaliseEmail } from './email.rules.ts'

describe('the normal form of an address', () => {
  it.each([
    ['Max.Muster@Laden.Example', 'max.muster@laden.example'],
    ['  max@laden.example\t', 'max@laden.example'],
    ['\u00A0max@laden.example\uFEFF', 'max@laden.example'],
    ['max+check@laden.example', 'max+check@laden.example'],
    ["o'neill@laden.example", "o'neill@laden.example"],
    ['info@Bäckerei-Müller.example', 'info@xn--bckerei-mller-bfb28a.example'],
    ['info@Ba\u0308ckerei-Mu\u0308ller.example', 'info@xn--bckerei-mller-bfb28a.example'],
    ['info@xn--bckerei-mller-bfb28a.example', 'info@xn--bckerei-mller-bfb28a.example'],
    ['info@straße.example', 'info@xn--strae-oqa.example'],
    ['ｍａｘ＠ｌａｄｅｎ．example', 'max@laden.example'],
    ['ma\u212A@laden.example', 'mak@laden.example'],
    ['max@laden。example', 'max@laden.example'],
    ['max@la\u00ADden.example', 'max@laden.example'],
  ])('of %j is %s', (typed, normal) => {
    expect(normaliseEmail(typed)).toBe(normal)
  })

  it.each([
    ['', 'empty'],
    ['max', 'without @'],
    ['@laden.example', 'without local part'],
    ['max@', 'without domain'],
    ['max@a@laden.example', 'two @'],
    ['max@laden.example@other.example', 'two addresses in one'],
    ['max＠a@laden.example', 'two @ once folded'],
    ['max@laden', 'one label'],
    ['max@localhost', 'one label'],
    ['max@127.0.0.1', 'an IP address'],
    ['max@127.1', 'an IP address in short'],
    ['max@[::1]', 'an IPv6 literal'],
    ['max@laden.123', 'digits at the end'],
    ['max@laden.example.', 'a dot at the end'],
    ['max@laden..example', 'an empty label'],
    ['max@-laden.example', 'a label that begins with a hyphen'],
    ['max@la_den.example', 'an underscore'],
    ['max@laden.example:25', 'a port'],
    ['max@laden.example/weg', 'a path'],
    ['max@laden.example?x', 'a query'],
    ['max@laden.example#x', 'a fragment'],
    ['max@laden%2eexample', 'an encoded sign'],
    ['max@laden.example\\x', 'a backslash'],
    ['max@la\tden.example', 'a tab, which a URL would drop'],
    ['max@laden.example\r\nBcc: all@laden.example', 'a second header line'],
    ['max muster@laden.example', 'a blank'],
    ['"max muster"@laden.example', 'quoted'],
    ['.max@laden.example', 'a dot in front'],
    ['max.@laden.example', 'a dot before the @'],
    ['m..ax@laden.example', 'two dots'],
    ['mаx@laden.example', 'a Cyrillic а'],
    ['müller@laden.example', 'an umlaut in the local part'],
    ['maxı@laden.example', 'a dotless i'],
    ['MAXİ@laden.example', 'a dotted capital I'],
    ['ma\u200Bx@laden.example', 'a zero-width space'],
    ['max\0@laden.example', 'U+0000'],
    ['max\uD800@laden.example', 'a lone surrogate'],
    [`${'a'.repeat(65)}@laden.example`, 'a local part of 65'],
    [`max@${'a'.repeat(64)}.example`, 'a label of 64'],
    [`max@${'abcdefg.'.repeat(31)}example`, 'more than 254 in all'],
    ['a'.repeat(100_000), 'very long'],
  ])('is refused to %j: %s', typed => {
    expect(canNormaliseEmail(typed)).toBe(false)
    expect(() => normaliseEmail(typed)).toThrow(new DomainError('email.invalid'))
  })

  it('is one for all spellings of an ordinary address', () => {
    fc.assert(fc.property(fc.emailAddress(), address => {
      const normal = normaliseEmail(address)
      expect(normal).toBe(address.toLowerCase())
      expect(normaliseEmail(` ${address.toUpperCase()} `)).toBe(normal)
    }))
  })

  const sign = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('a', 'ß', 'İ', 'ﬁ', '．', '＠', 'K', 'ü', 'xn--', '\u0307', 'ẞ', 'ΑΣ'))
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(sign, sign, sign).map(([local, name, end]) => `${local}@${name}.${end}`))

  it('is its own normal form, ASCII, lower case, one @, at most 254 signs, whatever was typed', () => {
    fc.assert(fc.property(anything, typed => {
      if (!canNormaliseEmail(typed)) return
      const normal = normaliseEmail(typed)
      expect(normal).toMatch(/^[!-?A-~]+@[a-z0-9.-]+$/)
      expect(normal).toBe(normal.toLowerCase())
      expect(normal.split('@')).toHaveLength(2)
      expect(normal.length).toBeLessThanOrEqual(254)
      expect(normaliseEmail(normal)).toBe(normal)
    }), { numRuns: 2000 })
  })
})

describe('an address at the door', () => {
  it.each(['Max@Laden.example', ' info@Bäckerei-Müller.example '])('%j passes and can be normalised', typed => {
    const parsed = emailAddress.safeParse(typed)
    expect(parsed.success && canNormaliseEmail(parsed.data)).toBe(true)
  })

  it.each(['max', 'müller@laden.example', 'max@laden', 'max\0@laden.example', `${'a'.repeat(300)}@laden.example`])('%j is turned away', typed => {
    expect(emailAddress.safeParse(typed).success).toBe(false)
  })
})
