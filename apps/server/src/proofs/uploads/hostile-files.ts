import { deflateSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'

/** A file as somebody might send it in place of a photo; `hidden` must not be found in what is kept of it. */
export type HostileFile = { name: string; bytes: Buffer; hidden: readonly string[] }

export const marker = 'Geheim-51.4667N-7.2167E'
const script = '<script>alert(1)</script>'

const text = (value: string) => Buffer.from(value, 'latin1')
const blank = (width = 64, height = 48) => sharp({ create: { width, height, channels: 3, background: '#336699' } })
const svg = (inner: string, root = '') => text(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"${root}>${inner}</svg>`)

const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce<number>(c => (c & 1 ? 0xed_b8_83_20 ^ (c >>> 1) : c >>> 1), n))
const crcOf = (bytes: Uint8Array) => (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xff_ff_ff_ff) ^ 0xff_ff_ff_ff) >>> 0
const word = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const chunk = (type: string, data: Buffer) => Buffer.concat([word(data.length), text(type), data, word(crcOf(Buffer.concat([text(type), data])))])
const pngHead = text('\x89PNG\r\n\x1a\n')
const header = (width: number, height: number, depth = 1, colour = 0) => chunk('IHDR', Buffer.concat([word(width), word(height), Buffer.from([depth, colour, 0, 0, 0])]))
const pngEnd = chunk('IEND', Buffer.alloc(0))
/** A small file that says it is so large. */
const pngOf = (width: number, height: number, more: Buffer[] = []) =>
  Buffer.concat([pngHead, header(width, height), ...more, chunk('IDAT', deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 64)))), pngEnd])

const segment = (mark: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 255]), data])
/** With a segment of its own right after the beginning of the file. */
const withSegment = (jpeg: Buffer, mark: number, data: Buffer) => Buffer.concat([jpeg.subarray(0, 2), segment(mark, data), jpeg.subarray(2)])

const claims = (): HostileFile[] => {
  const others: Record<string, Buffer> = {
    'svg with script': svg(script), 'svg with handler': svg('', ' onload="alert(1)"'), 'svg with foreign object': svg(`<foreignObject>${script}</foreignObject>`),
    'svg that loads a file': svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'), 'svg that loads an address': svg('<image href="http://127.0.0.1:5432/"/>'),
    'svg with entities': text(`<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(99)}"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`),
    'svg, huge': svg('', ' viewBox="0 0 30000 30000"'), 'svg, packed': gzipSync(svg(script)),
    html: text(`<!doctype html>${script}`), 'html behind a blank': text(`\n\n <html>${script}`), xhtml: text(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`),
    mhtml: text(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${script}`), javascript: text('alert(1)'), 'json feed': text('{"alert":1}'), css: text('@import "//boese.example/";'),
    pdf: text('%PDF-1.7\n1 0 obj <</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>> endobj'), postscript: text('%!PS\n(%pipe%id) (w) file'), eps: text('%!PS-Adobe-3.0 EPSF-3.0\n'),
    zip: text('PK\x03\x04\x14\x00\x00\x00'), docx: text('PK\x03\x04[Content_Types].xml'), jar: text('PK\x03\x04META-INF/MANIFEST.MF'), gzip: gzipSync('x'), tar: Buffer.alloc(512, 'a'), rar: text('Rar!\x1a\x07\x01\x00'),
    exe: text('MZ\x90\x00\x03'), elf: text('\x7fELF\x02\x01\x01'), 'shell script': text('#!/bin/sh\nid\n'), php: text('<?php system($_GET[0]); ?>'), wasm: text('\x00asm\x01\x00\x00\x00'), class: Buffer.from([0xca, 0xfe, 0xba, 0xbe]),
    gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'gif that is a script': text('GIF89a=1;alert(1)//'), bmp: text('BM\x3a\x00\x00\x00'), ico: Buffer.from([0, 0, 1, 0, 1, 0]),
    'tiff, little': text('II*\x00\x08\x00\x00\x00'), 'tiff, big': text('MM\x00*\x00\x00\x00\x08'), psd: text('8BPS\x00\x01'), jxl: Buffer.from([0xff, 0x0a]), jp2: text('\x00\x00\x00\x0cjP  \r\n\x87\n'), exr: text('v/1\x01'), hdr: text('#?RADIANCE\n'),
    ppm: text('P6 9999 9999 255\n'), pfm: text('PF\n99999 99999\n-1.0\n'), fits: text('SIMPLE  =                    T'), matlab: text('MATLAB 5.0 MAT-file'), nifti: Buffer.alloc(348), raw: Buffer.alloc(4096, 7),
    mp4: text('\x00\x00\x00\x18ftypmp42'), webm: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), mp3: text('ID3\x03'), ogg: text('OggS'), wav: text('RIFF\x24\x00\x00\x00WAVEfmt '), 'm3u list': text('#EXTM3U\nfile:///etc/passwd'), mvg: text('push graphic-context\nimage over 0,0 0,0 "|id"'),
    msl: text('<image><read filename="/etc/passwd"/></image>'), empty: Buffer.alloc(0), 'one byte': Buffer.from([0xff]), nulls: Buffer.alloc(1000), 'jpeg head': Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'png head': pngHead, 'webp head': text('RIFF\x1a\x00\x00\x00WEBPVP8L'), 'avif head': text('\x00\x00\x00\x1cftypavif'),
  }
  return Object.entries(others).map(([name, bytes]) => ({ name, bytes, hidden: ['alert(1)'] }))
}

const bombs = (): HostileFile[] => [
  { name: 'png of 1,600 million pixels', bytes: pngOf(40_000, 40_000), hidden: [] },
  { name: 'png as wide as can be', bytes: pngOf(2_147_483_647, 1), hidden: [] },
  { name: 'png as high as can be', bytes: pngOf(1, 2_147_483_647), hidden: [] },
  { name: 'png without height', bytes: pngOf(10, 0), hidden: [] },
  { name: 'png whose rows are missing', bytes: Buffer.concat([pngHead, header(5000, 5000), chunk('IDAT', deflateSync(Buffer.alloc(9))), pngEnd]), hidden: [] },
]

/** Odd, and yet a picture may come out: taken in as pixels or refused, nothing in between. */
const odd = (): HostileFile[] => [
  { name: 'png with a text of 20 MB, packed', bytes: pngOf(8, 8, [chunk('zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(Buffer.alloc(20_000_000, 'a'))]))]), hidden: [] },
  { name: 'png with a profile of 20 MB, packed', bytes: pngOf(8, 8, [chunk('iCCP', Buffer.concat([text('icc\0\0'), deflateSync(Buffer.alloc(20_000_000, 'a'))]))]), hidden: [] },
]

const damaged = async (): Promise<HostileFile[]> => {
  const [jpeg, png, webp] = [await blank(500, 500).jpeg().toBuffer(), await blank(500, 500).png().toBuffer(), await blank(500, 500).webp().toBuffer()]
  return [
    { name: 'half a jpeg', bytes: jpeg.subarray(0, jpeg.length / 2), hidden: [] },
    { name: 'half a png', bytes: png.subarray(0, png.length / 2), hidden: [] },
    { name: 'half a webp', bytes: webp.subarray(0, webp.length / 2), hidden: [] },
  ]
}

const twisted = async (): Promise<HostileFile[]> => {
  const [jpeg, png] = [await blank(500, 500).jpeg().toBuffer(), await blank(500, 500).png().toBuffer()]
  const flipped = (bytes: Buffer, at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 0xff]), bytes.subarray(at + 1)])
  return [
    { name: 'png with a wrong sum', bytes: flipped(png, png.length - 6), hidden: [] },
    ...Array.from({ length: 20 }, (_, i) => ({ name: `jpeg with another byte ${i}`, bytes: flipped(jpeg, 4 + i * 31), hidden: [] })),
    { name: 'jpeg that begins twice', bytes: Buffer.concat([jpeg.subarray(0, 300), jpeg]), hidden: [] },
  ]
}

/** Pictures that are pictures, and bring along what nobody is to see. */
const talkative = async (): Promise<HostileFile[]> => {
  const jpeg = await blank().jpeg().toBuffer()
  const png = await blank().png().toBuffer()
  const exif = { IFD0: { Copyright: marker, Make: marker, ImageDescription: script }, IFD3: { GPSLatitude: '51/1 28/1 0/1', GPSLongitude: '7/1 13/1 0/1' } }
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>${marker}${script}</a></x:xmpmeta>`
  const files: Record<string, Buffer> = {
    'jpeg with place and device': await blank().withExif(exif).jpeg().toBuffer(),
    'png with place': await blank().withExif(exif).png().toBuffer(),
    'webp with place': await blank().withExif(exif).webp().toBuffer(),
    'avif with place': await blank().withExif(exif).avif().toBuffer(),
    'jpeg with xmp': await blank().withXmp(xmp).jpeg().toBuffer(),
    'webp with xmp': await blank().withXmp(xmp).webp().toBuffer(),
    'png with xmp': await blank().withXmp(xmp).png().toBuffer(),
    'jpeg with a comment': withSegment(jpeg, 0xfe, text(marker + script)),
    'jpeg with iptc': withSegment(jpeg, 0xed, text(`Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x28\x1c\x02\x78\x00\x20${marker}`)),
    'jpeg with its own segment': withSegment(jpeg, 0xe9, text(marker)),
    'jpeg with a profile': await blank().withIccProfile('p3').jpeg().toBuffer(),
    'jpeg with a script behind it': Buffer.concat([jpeg, text(`${script}${marker}`)]),
    'jpeg with a zip behind it': Buffer.concat([jpeg, text(`PK\x03\x04${marker}`)]),
    'jpeg with another picture behind it': Buffer.concat([jpeg, jpeg, text(marker)]),
    'png with a script behind it': Buffer.concat([png, text(`${script}${marker}`)]),
    'png with a text': Buffer.concat([png.subarray(0, 33), chunk('tEXt', text(`Comment\0${marker}${script}`)), png.subarray(33)]),
    'png with a packed text': Buffer.concat([png.subarray(0, 33), chunk('zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(text(marker))])), png.subarray(33)]),
    'png with an international text': Buffer.concat([png.subarray(0, 33), chunk('iTXt', text(`Comment\0\0\0\0\0${marker}`)), png.subarray(33)]),
    'png with a chunk of its own': Buffer.concat([png.subarray(0, 33), chunk('prVt', text(marker)), png.subarray(33)]),
    'webp with many frames': await sharp(Array.from({ length: 4 }, (_, i) => ({ create: { width: 20, height: 20, channels: 3, background: { r: i * 60, g: 0, b: 0 } } }) as unknown as string), { join: { animated: true } }).webp().toBuffer(),
    'jpeg lying on its side': await blank(80, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    'a large photo': await blank(6000, 4000).jpeg().toBuffer(),
    'grey': await blank().greyscale().jpeg().toBuffer(),
    'cmyk': await blank().toColourspace('cmyk').jpeg().toBuffer(),
    'sixteen bits': await blank().toColourspace('rgb16').png().toBuffer(),
  }
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes, hidden: [marker, 'alert(1)', 'PK\x03\x04'] }))
}

/** What must be refused, what must be taken in for its pixels alone, and what may be either. */
export const listHostileFiles = async (): Promise<Record<'refused' | 'cleaned' | 'either', HostileFile[]>> => ({
  refused: [...claims(), ...bombs(), ...(await damaged())],
  cleaned: await talkative(),
  either: [...odd(), ...(await twisted())],
})
