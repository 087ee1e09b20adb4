import * as z from 'zod/mini'
import { fileId, listingPhotoId, listingVersionId, merchantId } from '../ids.schemas.ts'
import { emailAddress, line, postcode } from '../text.schemas.ts'
import { categoryId } from './category.schemas.ts'
import { openingHours } from './hours.schemas.ts'

const wellFormed = z.refine<string>(text => text.isWellFormed() && !text.includes('\0'), { error: 'text.malformed' })

/** The story of a business in paragraphs, plain text, up to 5,000 characters; it may be empty while it is being written. */
const story = z.string().check(z.trim(), z.maxLength(5000), wellFormed)

/** A page of the web: http or https, a host with a dot, nobody's password. */
export const webAddress = z
  .string()
  .check(
    z.trim(),
    z.maxLength(300),
    z.regex(/^https?:\/\/([a-zA-Z0-9\u00a1-\uffff-]{1,63}\.)+[a-zA-Z\u00a1-\uffff][a-zA-Z0-9\u00a1-\uffff-]{1,62}(:\d{2,5})?([/?#][^\s"'<>\\^`{|}]*)?$/, { error: 'link.malformed' }),
    wellFormed,
  )

/** As people write it: digits, blanks, brackets, stroke and dash; at least five digits. */
export const phoneNumber = z
  .string()
  .check(z.trim(), z.maxLength(40), z.regex(/^\+?[0-9(][0-9 ()/.-]{3,38}$/), z.refine<string>(number => number.replace(/\D/g, '').length >= 5, { error: 'phone.malformed' }))

export const phoneKind = z.enum(['landline', 'mobile', 'whatsapp', 'fax'])
export const socialNetwork = z.enum(['instagram', 'facebook', 'youtube', 'tiktok', 'linkedin', 'pinterest', 'mastodon', 'bluesky', 'other'])
export const spokenLanguage = z.enum([
  'de', 'en', 'fr', 'nl', 'tr', 'ar', 'pl', 'ru', 'uk', 'it', 'es', 'pt', 'el', 'ro', 'bg', 'hr', 'sr', 'bs', 'sq', 'ku', 'fa', 'zh', 'vi', 'ja', 'ko', 'hi', 'ta',
])
export const paymentMethod = z.enum([
  'cash', 'girocard', 'credit_card', 'contactless', 'mobile_payment', 'paypal', 'invoice', 'instalments', 'local_voucher',
])
export const wheelchairAccess = z.enum(['yes', 'limited', 'no'])
export const accessibilityFact = z.enum([
  'step_free', 'automatic_door', 'lift', 'wheelchair_toilet', 'wheelchair_parking', 'hearing_loop', 'sign_language', 'assistance_dog', 'seating', 'easy_language',
])

/** Where the pages of a network are; one that is not named here may be anywhere. */
const networkHosts: Partial<Record<z.output<typeof socialNetwork>, readonly string[]>> = {
  instagram: ['instagram.com'], facebook: ['facebook.com', 'fb.com', 'fb.me'], youtube: ['youtube.com', 'youtu.be'], tiktok: ['tiktok.com'], linkedin: ['linkedin.com'],
  pinterest: ['pinterest.com', 'pinterest.de', 'pin.it'],
}

/** A link that is called by the name of a network leads there. */
const isOfNetwork = ({ network, url }: { network: z.output<typeof socialNetwork>; url: string }): boolean => {
  const hosts = networkHosts[network]
  const hostname = /^https?:\/\/([^/?#:]+)/.exec(url)?.[1]?.toLowerCase()
  return !hosts || hostname === undefined || hosts.some(host => hostname === host || hostname.endsWith(`.${host}`))
}

export const address = z.strictObject({
  street: z.nullable(line),
  houseNumber: z.nullable(line),
  /** Such as "Hinterhof" or "1. Etage". */
  addition: z.nullable(line),
  postcode: z.nullable(postcode),
  town: z.nullable(line),
  districtId: z.nullable(z.string().check(z.maxLength(64), wellFormed)),
})

/** Where the business stands, WGS84; `source` says whether somebody set it, or it is only the middle of the district. */
export const place = z.strictObject({
  lat: z.number().check(z.gte(-90), z.lte(90)),
  lon: z.number().check(z.gte(-180), z.lte(180)),
  source: z.enum(['district', 'map']),
})

const apart = <T>(keyOf: (entry: T) => string) =>
  z.refine<T[]>(list => new Set(list.map(keyOf)).size === list.length, { error: 'list.doubled' })
const some = <Word extends z.core.$ZodType<string, string>>(word: Word, most: number) => z.array(word).check(z.maxLength(most), apart<z.output<Word>>(String))

/** The master record: everything about a business that the world may know. One record feeds page, map, cards and profiles. */
export const listingContent = z.strictObject({
  name: line,
  legalName: z.nullable(line),
  /** What it is, in a line. */
  tagline: z.nullable(line),
  story,
  /** The first one is the main one. */
  categories: z.array(categoryId).check(z.maxLength(5), apart(String)),
  address,
  place: z.nullable(place),
  phones: z.array(z.strictObject({ kind: phoneKind, number: phoneNumber })).check(z.maxLength(5)),
  email: z.nullable(emailAddress),
  website: z.nullable(webAddress),
  social: z.array(z.strictObject({ network: socialNetwork, url: webAddress }).check(z.refine(isOfNetwork, { error: 'link.malformed', path: ['url'] }))).check(z.maxLength(10)),
  hours: z.nullable(openingHours),
  languages: some(spokenLanguage, 20),
  payment: some(paymentMethod, 12),
  accessibility: z.strictObject({ wheelchair: z.nullable(wheelchairAccess), facts: some(accessibilityFact, 12), note: z.nullable(line) }),
})

/** Unpublished until somebody submits it; `pending` waits for the office; `taken_down` was removed by the office. */
export const listingState = z.enum(['unpublished', 'pending', 'published', 'taken_down'])

export const photoAlt = line
export const photo = z.strictObject({ fileId, alt: z.string(), width: z.nullable(z.int()), height: z.nullable(z.int()) })
export const draftPhoto = z.strictObject({ id: listingPhotoId, ...photo.shape })

/** What stands between a draft and its publication, by the field it is about. */
export const listingGap = z.enum(['categories', 'town', 'contact', 'tagline'])

export const listingVersion = z.strictObject({
  id: listingVersionId,
  number: z.int(),
  at: z.iso.datetime(),
  /** Whose hand it was; the person's name is nobody's business here. */
  by: z.enum(['merchant', 'guide', 'office']),
  status: z.enum(['waiting', 'live', 'earlier', 'rejected']),
  /** Which parts differ from the version before. */
  changed: z.array(z.string()),
  reason: z.nullable(z.string()),
})

/** The listing as the people of the business see it. */
export const listingDraft = z.strictObject({
  merchantId,
  slug: z.nullable(z.string()),
  state: listingState,
  /** True while a submitted version waits for the office, also beside one that is live. */
  waiting: z.boolean(),
  /** What the office said when it rejected or took down, in its own words. */
  officeReason: z.nullable(z.string()),
  /** Counts every save; whoever saves names the one they began with. */
  draftVersion: z.int(),
  savedAt: z.nullable(z.iso.datetime()),
  publishedAt: z.nullable(z.iso.datetime()),
  /** True where the draft says something else than what is live. */
  differs: z.boolean(),
  content: listingContent,
  photos: z.array(draftPhoto),
  gaps: z.array(listingGap),
})

/** A business as the public sees it. */
export const publicListing = z.strictObject({
  slug: z.string(),
  content: listingContent,
  photos: z.array(photo),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  sample: z.boolean(),
})

/** A business in a list, and on the map. */
export const listingCard = z.strictObject({
  slug: z.string(),
  name: z.string(),
  tagline: z.nullable(z.string()),
  categories: z.array(categoryId),
  districtId: z.nullable(z.string()),
  street: z.nullable(z.string()),
  postcode: z.nullable(z.string()),
  lat: z.nullable(z.number()),
  lon: z.nullable(z.number()),
  hours: z.nullable(openingHours),
  photo: z.nullable(photo),
  firstPublishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  sample: z.boolean(),
})

export const directoryFilter = z.strictObject({
  search: z.optional(z.string().check(z.maxLength(120), wellFormed)),
  district: z.optional(z.string().check(z.maxLength(64), wellFormed)),
  category: z.optional(categoryId),
  language: z.optional(spokenLanguage),
  /** A fact of the list, or `wheelchair` for "fully or partly". */
  accessibility: z.optional(z.enum(['wheelchair', ...accessibilityFact.options])),
})

export const moderation = z.enum(['before', 'after'])

export type ListingContent = z.output<typeof listingContent>
export type ListingState = z.output<typeof listingState>
export type ListingPhoto = z.output<typeof photo>
export type DraftPhoto = z.output<typeof draftPhoto>
export type ListingGap = z.output<typeof listingGap>
export type ListingVersion = z.output<typeof listingVersion>
export type ListingDraft = z.output<typeof listingDraft>
export type PublicListing = z.output<typeof publicListing>
export type ListingCard = z.output<typeof listingCard>
export type DirectoryFilter = z.output<typeof directoryFilter>
export type Moderation = z.output<typeof moderation>
export type PhoneKind = z.output<typeof phoneKind>
export type SocialNetwork = z.output<typeof socialNetwork>
export type SpokenLanguage = z.output<typeof spokenLanguage>
export type PaymentMethod = z.output<typeof paymentMethod>
export type AccessibilityFact = z.output<typeof accessibilityFact>
export type WheelchairAccess = z.output<typeof wheelchairAccess>
