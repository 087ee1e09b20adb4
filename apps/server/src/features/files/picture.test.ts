import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { DomainError } from '@digitallotsen/domain/errors.ts'
import { reencodePicture } from './picture.ts'

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#336699' } })
const refusal = (bytes: Uint8Array) => reencodePicture(bytes).then(() => 'passed', (error: unknown) => (error instanceof DomainError ? error.code : String(error)))

const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce<number>(c => (c & 1 ? 0xed_b8_83_20 ^ (c >>> 1) : c >>> 1), n))
const crc = (bytes: Uint8Array) => (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xff_ff_ff_ff) ^ 0xff_ff_ff_ff) >>> 0
const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}
/** A small file that claims to be a huge picture. */
const bomb = (width: number, height: number) => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * 64))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

describe('a picture that is taken in', () => {
  it('keeps its pixels and nothing else: no place, no device, no hidden text', async () => {
    const secret = 'Geheim-51.5N-7.2E'
    const given = await blank(64, 48).withExif({ IFD0: { Copyright: secret, Make: 'Kamera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${secret}</a></x:xmpmeta>`).jpeg().toBuffer()
    expect(given.includes(secret)).toBe(true)
    const { data, width, height } = await reencodePicture(given)
    const metadata = await sharp(data).metadata()
    expect(metadata).toMatchObject({ format: 'webp', width: 64, height: 48 })
    expect([metadata.exif, metadata.xmp, metadata.iptc]).toEqual([undefined, undefined, undefined])
    expect(Buffer.from(data).includes(secret)).toBe(false)
    expect([width, height]).toEqual([64, 48])
  })

  it('is turned upright', async () => {
    const lying = await blank(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await reencodePicture(lying)).toMatchObject({ width: 40, height: 80 })
  })

  it('is at most 1600 pixels long, and a small one stays small', async () => {
    expect(await reencodePicture(await blank(4000, 1000).png().toBuffer())).toMatchObject({ width: 1600, height: 400 })
    expect(await reencodePicture(await blank(30, 20).avif().toBuffer())).toMatchObject({ width: 30, height: 20 })
  })

  it('loses what was hung onto it', async () => {
    const polyglot = Buffer.concat([await blank(20, 20).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>PK\x03\x04')])
    const { data } = await reencodePicture(polyglot)
    expect(Buffer.from(data).includes('<script>')).toBe(false)
  })
})

describe('what is no photo', () => {
  it('is refused whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    const half = (await blank(500, 500).jpeg().toBuffer()).subarray(0, 900)
    const others = { svg, gif, half, pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), html: Buffer.from('<!doctype html><p>'), text: Buffer.from('hallo'), jpegHead: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }
    for (const [name, bytes] of Object.entries(others)) expect([name, await refusal(bytes)]).toEqual([name, 'file.not_an_image'])
  })

  it('is refused unread where it claims more pixels than a photo has', async () => {
    expect(await refusal(bomb(40_000, 40_000))).toBe('file.too_many_pixels')
  })
})
