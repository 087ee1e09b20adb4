import { describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { decodeText } from './charset.ts'
import { isPage, isWritten } from './media-type.rules.ts'
import { readPictureSize } from './picture-size.ts'

const bytes = (text: string) => Uint8Array.from(text, sign => sign.codePointAt(0) ?? 0)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a charset', () => {
  it.each<[string, Uint8Array, string, string, string]>([
    ['the mark at the beginning, before header and page', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('<meta charset=latin1>ä')), 'text/html; charset=iso-8859-1', 'utf-8', 'ä'],
    ['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0xe4, 0), 'text/html', 'utf-16le', 'ä'],
    ['the header, before the page', bytes('<meta charset=utf-8>\xe4'), 'text/html; charset="ISO-8859-15"', 'iso-8859-15', 'ä'],
    ['the page’s own word', bytes('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">\x84\xe4\x93'), 'text/html', 'windows-1252', '„ä“'],
    ['XML’s own word', bytes('<?xml version="1.0" encoding="iso-8859-1"?><a>\xe4</a>'), 'application/xml', 'windows-1252', 'ä'],
    ['UTF-8 where nothing is said', utf8('<p>ä'), 'text/html', 'utf-8', 'ä'],
    ['windows-1252 where nothing is said and it is no UTF-8', bytes('<p>\xe4 \x80'), 'text/html', 'windows-1252', 'ä €'],
    ['what is known, where the header says nonsense', utf8('<p>ä'), 'text/html; charset=quatsch', 'utf-8', 'ä'],
    ['UTF-8, where a page says UTF-16 in plain letters', utf8('<meta charset=utf-16>ä'), 'text/html', 'utf-8', 'ä'],
  ])('is %s', (_what, body, contentType, used, end) => {
    const { text, charset } = decodeText(body, contentType)
    expect(charset).toMatchObject({ used, replacements: 0 })
    expect(text).toContain(end)
  })
})

it.each([
  ['text/html', '', true], ['TEXT/HTML;charset=x', '', true], ['application/xhtml+xml', '', true], ['text/plain', 'Hallo', true],
  ['', '\n<!DOCTYPE html>', true], ['', 'GIF89a', false], ['application/xml', '<rss/>', false], ['application/json', '{}', false],
])('what calls itself „%s“ and begins „%s“ is a page: %s', (contentType, text, expected) => {
  expect(isPage(contentType, text)).toBe(expected)
})

it.each([['text/css', true], ['application/rss+xml; charset=utf-8', true], ['application/ld+json', true], ['image/svg+xml', false], ['application/pdf', false], ['application/zip', false], ['', false]])('%s is written: %s', (contentType, expected) => {
  expect(isWritten(contentType)).toBe(expected)
})

describe('the size of a picture', () => {
  it.each(['png', 'jpeg', 'gif', 'webp'] as const)('is read from %s', async format => {
    const picture = await sharp({ create: { width: 640, height: 333, channels: 3, background: '#123' } }).toFormat(format).toBuffer()
    expect(readPictureSize(picture)).toEqual({ width: 640, height: 333 })
    for (const length of [0, 1, 4, 10, 12, 20]) expect(readPictureSize(picture.subarray(0, length)), String(length)).toSatisfy((size: unknown) => size === null || format === 'gif')
  })

  it('is read from WebP without loss and with transparency', async () => {
    const image = sharp({ create: { width: 641, height: 334, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } })
    expect(readPictureSize(await image.clone().webp({ lossless: true }).toBuffer())).toEqual({ width: 641, height: 334 })
    expect(readPictureSize(await image.clone().webp().toBuffer())).toEqual({ width: 641, height: 334 })
  })

  it('is unknown of anything else', () => {
    expect(readPictureSize(Buffer.from('<svg/>'))).toBeNull()
    expect(readPictureSize(Buffer.from('ffd8ffe00000ffe00000', 'hex'))).toBeNull()
  })
})
