import * as z from 'zod'
import { failureReasons } from './failure.ts'

const text = z.string().max(4_000_000)
const line = z.string().max(40_000)

/** Whom a site's owner may ask: an address of the web or of mail; it stands in the user agent, so it is one line without brackets. */
export const contactSchema = z.string().regex(/^[\x21-\x27\x2a-\x7e]{3,200}$/)

export const webRequestSchema = z.strictObject({
  url: z.string().max(4_096),
  method: z.enum(['GET', 'HEAD']).default('GET'),
  /** `page` insists on HTML, `text` on anything written, `head` leaves the body where it is, `picture` reads as much as tells its size. */
  want: z.enum(['page', 'text', 'head', 'picture']),
  contact: contactSchema,
  /** Reads on although the certificate is wrong, so that the rest of the site can be looked at; nothing is ever sent along. */
  isCertificateIgnored: z.boolean().default(false),
})

export const hopSchema = z.object({ from: line, to: line, status: z.number().int() })

export const failureSchema = z.object({
  ok: z.literal(false),
  reason: z.enum(failureReasons),
  /** The hops taken before it failed; only what the site itself said. */
  hops: z.array(hopSchema).max(10),
  /** The answer's, where there was one: a PDF instead of a page. */
  status: z.number().int().nullable(),
  contentType: line.nullable(),
})

/** What header and page say, what was used, and how many signs U+FFFD stand for bytes that are none of it. */
export const charsetSchema = z.object({ header: z.exactOptional(line), meta: z.exactOptional(line), used: z.string().max(60), replacements: z.number().int().nonnegative() })

export const responseSchema = z.object({
  ok: z.literal(true),
  /** Where the hops ended. */
  url: line,
  status: z.number().int(),
  headers: z.array(z.tuple([z.string().max(1_000), line])).max(1_000),
  hops: z.array(hopSchema).max(10),
  /** To the first byte of the last answer, hops included. */
  firstByteMs: z.number().nonnegative(),
  transferredBytes: z.number().int().nonnegative(),
  decodedBytes: z.number().int().nonnegative(),
  /** Null where the body was not asked for. */
  text: text.nullable(),
  charset: charsetSchema.nullable(),
  /** Of a picture whose first bytes were read and understood. */
  picture: z.object({ width: z.number().int(), height: z.number().int() }).nullable(),
})

export const certificateFaults = ['expired', 'wrong_host', 'self_signed', 'untrusted', 'not_yet_valid'] as const

export const certificateSchema = z.object({
  ok: z.literal(true),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** The first thing a browser would warn of. */
  fault: z.enum(certificateFaults).nullable(),
  issuer: z.string().max(500),
  protocol: z.string().max(50),
})

const records = z.array(z.string().max(4_000)).max(50)

export const mailRecordsSchema = z.object({
  ok: z.literal(true),
  /** Hosts that take mail, best first; none where the domain says it takes none. */
  mx: records,
  /** All TXT records of the domain, each as one string. */
  txt: records,
  /** The TXT records of _dmarc. before the domain. */
  dmarc: records,
})

export const webResultSchema = z.discriminatedUnion('ok', [responseSchema, failureSchema])
export const certificateResultSchema = z.discriminatedUnion('ok', [certificateSchema, failureSchema])
export const mailResultSchema = z.discriminatedUnion('ok', [mailRecordsSchema, failureSchema])

export type WebRequest = z.input<typeof webRequestSchema>
export type CheckedRequest = z.output<typeof webRequestSchema>
export type Hop = z.infer<typeof hopSchema>
export type CharsetFacts = z.infer<typeof charsetSchema>
export type WebFailureResult = z.infer<typeof failureSchema>
export type WebResponse = z.infer<typeof responseSchema>
export type WebResult = WebResponse | WebFailureResult
export type CertificateResult = z.infer<typeof certificateSchema> | WebFailureResult
export type MailResult = z.infer<typeof mailRecordsSchema> | WebFailureResult

export const failed = (reason: WebFailureResult['reason']): WebFailureResult => ({ ok: false, reason, hops: [], status: null, contentType: null })
