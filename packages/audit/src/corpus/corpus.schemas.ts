import * as z from 'zod'
import { readOpeningLine } from '../opening-lines.ts'

const text = z.string().min(1).max(2_000)
const optional = z.exactOptional
const status = z.int().min(100).max(599)
const path = z.string().regex(/^(?:\/[^\s#]*|https?:\/\/[^\s#]+)$/, 'A path begins with "/" and has no fragment.')
const failure = z.enum(['dns', 'refused', 'reset', 'timeout', 'too_large', 'too_many_redirects', 'tls', 'bad_encoding', 'bad_compression', 'not_html', 'other'])
const headers = z.record(z.string().regex(/^[a-z0-9-]+$/, 'Header names are lower-case.'), z.union([text, z.array(text)]))
const day = z.iso.date()

const opening = z.string().transform((line, context) => readOpeningLine(line) ?? (context.addIssue(`No opening line: "${line}". Example: "Mo-Fr 09:00-18:30".`), z.NEVER))

const facts = z.strictObject({
  name: optional(text),
  street: optional(text),
  postcode: optional(z.string().regex(/^\d{5}$/)),
  place: optional(text),
  district: optional(text),
  phones: optional(z.array(text)),
  email: optional(text),
  shop: optional(z.boolean()),
  booking: optional(z.boolean()),
  employees: optional(z.int().nonnegative()),
  aboveTwoMillion: optional(z.boolean()),
  openingHours: optional(z.array(opening).transform(lines => lines.flat())),
})

const page = z.strictObject({
  file: optional(text),
  status: optional(status),
  redirect: optional(path),
  type: optional(text),
  encoding: optional(text),
  headers: optional(headers),
  milliseconds: optional(z.number().nonnegative()),
  wireBytes: optional(z.int().nonnegative()),
  failure: optional(failure),
})
export type CorpusPage = z.output<typeof page>

const image = z.strictObject({
  status: optional(status),
  bytes: optional(z.int().nonnegative()),
  type: optional(text),
  width: optional(z.int().positive()),
  height: optional(z.int().positive()),
})

const tls = z.union([
  z.strictObject({ ok: z.literal(true), validDays: z.int() }),
  z.strictObject({ ok: z.literal(false), reason: z.enum(['expired', 'wrong_host', 'self_signed', 'untrusted', 'not_yet_valid', 'no_https', 'protocol', 'other']) }),
])

const rendered = z.strictObject({
  cookies: z.array(z.strictObject({ name: text, domain: text })),
  storage: z.array(z.strictObject({ key: text, origin: text })),
  thirdPartyRequests: z.array(z.url()),
  consoleErrors: z.array(text).default([]),
  viewportWidth: z.int().positive().default(360),
  scrollWidth: z.int().positive(),
  baseFontPx: optional(z.number().positive()),
  lcpMs: optional(z.number().nonnegative()),
  transferredBytes: optional(z.int().nonnegative()),
  contactTopPx: optional(z.number()),
  banner: optional(
    z.strictObject({
      selector: text,
      buttons: z.array(
        z.strictObject({
          text,
          element: z.enum(['button', 'link']),
          width: z.number().nonnegative(),
          height: z.number().nonnegative(),
          textContrast: optional(z.number()),
          groundContrast: optional(z.number()),
        }),
      ),
    }),
  ),
  axe: optional(z.array(z.strictObject({ rule: text, impact: optional(text), nodes: z.array(z.strictObject({ selector: text, html: text })) }))),
  keyboard: optional(z.strictObject({ menu: optional(z.boolean()), form: optional(z.boolean()) })),
})

const human = z.strictObject({
  accessibilityStatement: optional(z.enum(['published', 'exemption_noted', 'missing'])),
  orderButton: optional(text),
  googleProfile: optional(
    z.strictObject({
      claimed: z.boolean(),
      category: z.boolean(),
      hours: z.boolean(),
      photos: z.int().nonnegative(),
      description: z.boolean(),
      reviews: optional(z.int().nonnegative()),
      rating: optional(z.number()),
      lastReplyDays: optional(z.int().nonnegative()),
    }),
  ),
})

const expectation = z.enum(['pass', 'fail', 'not_applicable', 'not_checked'])

/** A site of the corpus as its writer describes it (site.yaml); unknown keys are refused. */
export const corpusSite = z.strictObject({
  about: z.string().min(20).max(400),
  address: z.string().regex(/^(?:https?:\/\/)?(?:[a-z0-9äöüß-]+\.)+example(?:\/\S*)?$/, 'Only hosts under .example.'),
  today: day.default('2026-11-20'),
  facts: facts.default({}),
  headers: headers.default({}),
  pages: z.record(path, page),
  links: z.record(path, z.union([status, failure])).default({}),
  images: z.record(path, image).default({}),
  http: z.enum(['redirect', 'redirect_302', 'answer', 'refused']).default('redirect'),
  tls: tls.default({ ok: true, validDays: 60 }),
  robots: optional(z.string().max(20_000)),
  sitemap: optional(z.strictObject({ file: optional(text), path: optional(path), type: optional(text), status: optional(status) })),
  absent: status.default(404),
  dns: optional(z.strictObject({ mx: z.array(text), txt: z.array(text), dmarc: z.array(text) })),
  rendered: optional(rendered),
  human: optional(human),
  osm: optional(z.union([z.strictObject({ none: z.literal(true) }), z.strictObject({ tags: z.record(text, text) })])),
  expect: z.record(z.string().regex(/^(?:default|[A-Z]-\d{2})$/), expectation).refine(expect => expect.default === 'pass', 'The line "default: pass" is missing.'),
  /** What is expected otherwise once the site has been opened in a real browser; such a site is served with its scripts, styles and pictures. */
  expectRendered: optional(z.record(z.string().regex(/^[A-Z]-\d{2}$/), expectation)),
  places: z.record(z.string().regex(/^[A-Z]-\d{2}$/), z.array(path)).default({}),
})
export type CorpusSite = z.output<typeof corpusSite>
