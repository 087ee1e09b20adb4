import { createHash } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { DomainError } from '@digitallotsen/domain/errors.ts'

export type Picture = { data: Uint8Array; width: number; height: number; sha256: string }

const mostPixels = 50_000_000
const longestEdge = 1600
const accepted = new Set(['jpeg', 'png', 'webp', 'heif'])

// One picture at a time: 50 million pixels are 200 MB while they are being turned, and the server has other things to do.
sharp.concurrency(1)
sharp.cache(false)
// Nothing but these four readers: no SVG, PDF, GIF, no reader of scientific formats, whatever the bytes pretend to be.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'] })

let last: Promise<unknown> = Promise.resolve()
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work, work)
  last = mine.catch(() => undefined)
  return mine
}

const notAnImage = (cause?: unknown) => new DomainError('file.not_an_image', {}, { cause })

const open = (bytes: Uint8Array) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })

const readMetadata = async (bytes: Uint8Array): Promise<Metadata> => {
  if (bytes.length === 0) throw notAnImage()
  const metadata = await sharp(bytes, { limitInputPixels: false, failOn: 'error', pages: 1 }).metadata().catch((cause: unknown) => { throw notAnImage(cause) })
  if (!accepted.has(metadata.format)) throw notAnImage()
  if (metadata.width * metadata.height > mostPixels) throw new DomainError('file.too_many_pixels', { most: mostPixels })
  return metadata
}

const encode = async (bytes: Uint8Array): Promise<Picture> => {
  await readMetadata(bytes)
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width: longestEdge, height: longestEdge, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => { throw notAnImage(cause) })
  return { data, width: info.width, height: info.height, sha256: createHash('sha256').update(data).digest('hex') }
}

const smallEdge = 480

/** A picture of ours, made small enough for a list on a telephone; one that is small already stays as it is. */
export const shrinkPicture = (webp: Uint8Array): Promise<Uint8Array> =>
  inTurn(() => open(webp).resize({ width: smallEdge, withoutEnlargement: true }).webp({ quality: 76 }).timeout({ seconds: 20 }).toBuffer())

/**
 * The picture anew from its pixels: upright, at most 1600 pixels long, WebP, and nothing besides that the file brought along (place, device,
 * thumbnails, hidden text). Refuses what is no JPEG, PNG, WebP or AVIF, what is damaged, and what has more than 50 million pixels.
 */
export const reencodePicture = (bytes: Uint8Array): Promise<Picture> => inTurn(() => encode(bytes))
