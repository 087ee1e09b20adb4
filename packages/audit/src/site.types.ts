/** A fetched site as plain data: what the crawler saw, and nothing it concluded. All addresses are absolute unless said otherwise. */
export interface SiteSnapshot {
  /** As the merchant typed it: "blumen-sommer.example", "https://www.blumen-sommer.example/start". */
  readonly entered: string
  /** ISO instant of the first request. */
  readonly startedAt: string
  /** In the order fetched; the first is the start page, failed or not. At most 6 (see page-choice.rules.ts for who comes next). */
  readonly pages: readonly Page[]
  /** What http://<host>/ answered; absent where it was not asked. */
  readonly plainHttp?: PlainHttp
  /** The handshake with https://<host>:443; absent where it was not tried. */
  readonly tls?: Tls
  /** /robots.txt; absent where it was not asked. */
  readonly robots?: TextAnswer
  /** The addresses robots.txt names, else /sitemap.xml and /sitemap_index.xml, as far as asked, each as answered. */
  readonly sitemaps?: readonly TextAnswer[]
  /** HEAD probes, at most 50: same-site links first, then images and og:image of the start page. */
  readonly probes: readonly Probe[]
  /** What an address that cannot exist answered (a real site says 404 or 410); absent where it was not asked. */
  readonly absentAddress?: { readonly url: string; readonly status?: number; readonly failure?: FailureReason }
  readonly dns?: DnsFacts
  readonly rendered?: RenderedFacts
  /** There is a browser, but the page did not come in it, or there was no time left for it. */
  readonly renderFailed?: true
  readonly human?: HumanAnswers
  readonly osm?: OsmFacts
}

export type FailureReason =
  | 'dns' | 'refused' | 'reset' | 'timeout' | 'too_large' | 'too_many_redirects' | 'forbidden_address'
  | 'tls' | 'bad_encoding' | 'bad_compression' | 'not_html' | 'robots' | 'other'

export interface Page {
  /** The address asked for. */
  readonly url: string
  /** The address that answered after all redirects. */
  readonly finalUrl: string
  readonly hops: readonly { readonly from: string; readonly to: string; readonly status: number }[]
  /** Why the page was fetched: a page, or a frame or iframe of `parent` on the same site. */
  readonly via: 'entered' | 'link' | 'frame' | 'meta_refresh'
  readonly parent?: string
  /** Absent where nothing answered (see failure). */
  readonly status?: number
  /** Lower-case names; several values of a name in the order received. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  /** Decoded text of an HTML or plain-text answer, at most 2 MB decoded; absent for other kinds and failures that left none. */
  readonly body?: string
  /** Decoded bytes of the body. */
  readonly bytes: number
  /** Bytes on the wire, where known (compressed). */
  readonly wireBytes?: number
  readonly charset?: Charset
  /** Until the first byte of the final answer, redirects included. */
  readonly milliseconds: number
  readonly failure?: FailureReason
}

export interface Charset {
  readonly header?: string
  readonly meta?: string
  /** The label of the decoder that was used. */
  readonly used: string
  /** How many U+FFFD the decoder had to write. */
  readonly replacements: number
}

export type PlainHttp =
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string; /** Where all redirects end, as far as followed. */ readonly finalUrl?: string }
  | { readonly kind: 'answer'; readonly status: number }
  | { readonly kind: 'failure'; readonly failure: FailureReason }

export type Tls =
  | { readonly ok: true; /** ISO instant. */ readonly validTo: string; readonly issuer?: string; readonly protocol?: string }
  | { readonly ok: false; readonly reason: 'expired' | 'wrong_host' | 'self_signed' | 'untrusted' | 'not_yet_valid' | 'no_https' | 'protocol' | 'other'; readonly validTo?: string }

export interface TextAnswer {
  readonly url: string
  readonly status?: number
  readonly contentType?: string
  /** At most 2 MB decoded. */
  readonly body?: string
  readonly failure?: FailureReason
}

export interface Probe {
  readonly url: string
  readonly kind: 'link' | 'image'
  readonly status?: number
  readonly failure?: FailureReason
  /** Content-Length, where told. */
  readonly bytes?: number
  readonly contentType?: string
  /** Pixels, where a few first bytes were read. */
  readonly width?: number
  readonly height?: number
}

export interface DnsFacts {
  /** The domain asked: the registrable one ("blumen-sommer.example"). */
  readonly domain: string
  /** Exchanges without priority; empty where the domain takes no mail (a null MX counts as none). */
  readonly mx: readonly string[]
  /** TXT records of the domain, each joined to one string. */
  readonly txt: readonly string[]
  /** TXT records of _dmarc.<domain>. */
  readonly dmarc: readonly string[]
}

/** What a fresh Chromium saw on the start page before anyone clicked, at 360 × 740 px. */
export interface RenderedFacts {
  readonly cookies: readonly { readonly name: string; readonly domain: string }[]
  readonly storage: readonly { readonly key: string; readonly origin: string }[]
  /** Requests to other hosts than the site's. */
  readonly thirdPartyRequests: readonly string[]
  readonly consoleErrors: readonly string[]
  readonly viewportWidth: number
  readonly scrollWidth: number
  readonly baseFontPx?: number
  readonly lcpMs?: number
  readonly transferredBytes?: number
  /** The heaviest pictures as they came over the wire, those that a script brought and those further down too. */
  readonly pictures?: readonly { readonly url: string; readonly bytes: number }[]
  /** Absent where no consent dialogue was seen. */
  readonly banner?: ConsentBanner
  readonly axe?: readonly { readonly rule: string; readonly impact?: string; readonly nodes: readonly { readonly selector: string; readonly html: string }[] }[]
  /** Did Tab reach the menu and the form; absent where the page has none. */
  readonly keyboard?: { readonly menu?: boolean; readonly form?: boolean }
  /** Where the first tel:, mailto:, WhatsApp or route link lies, px from the top; absent where there is none. */
  readonly contactTopPx?: number
}

export interface ConsentBanner {
  readonly selector: string
  /** The buttons and links of its first level. */
  readonly buttons: readonly BannerButton[]
}

export interface BannerButton {
  readonly text: string
  readonly element: 'button' | 'link'
  readonly width: number
  readonly height: number
  /** Contrast of its text to its ground, and of its ground to the banner's. */
  readonly textContrast?: number
  readonly groundContrast?: number
}

/** What a guide or the merchant entered; each part absent until someone did. */
export interface HumanAnswers {
  readonly accessibilityStatement?: 'published' | 'exemption_noted' | 'missing'
  /** The words on the last button of the check-out. */
  readonly orderButton?: string
  readonly googleProfile?: GoogleProfile
}

export interface GoogleProfile {
  readonly claimed: boolean
  readonly category: boolean
  readonly hours: boolean
  readonly photos: number
  readonly description: boolean
  readonly reviews?: number
  readonly rating?: number
  /** Days since the owner last answered a review; absent where never. */
  readonly lastReplyDays?: number
}

/** The nearest fitting object within 75 m, or none; the whole is absent where OpenStreetMap was not asked. */
export interface OsmFacts {
  readonly object?: { readonly id: string; readonly tags: Readonly<Record<string, string>> }
}

/** What the platform knows of the business; whatever is unknown is absent, and no check guesses it. */
export interface BusinessFacts {
  readonly name?: string
  readonly street?: string
  readonly postcode?: string
  readonly place?: string
  readonly district?: string
  readonly phones?: readonly string[]
  readonly email?: string
  /** Sells online; absent: looked for on the pages. */
  readonly shop?: boolean
  /** Takes binding bookings or appointments online; absent: looked for on the pages. */
  readonly booking?: boolean
  /** Heads on 31 December of the year before (§ 36 VSBG) . */
  readonly employees?: number
  /** Turnover and balance-sheet total both above 2 million euros. */
  readonly aboveTwoMillion?: boolean
  /** Regular week, local time; a day that is not named is closed. */
  readonly openingHours?: readonly OpeningSpan[]
}

export type Weekday = 'Mo' | 'Tu' | 'We' | 'Th' | 'Fr' | 'Sa' | 'Su'

export interface OpeningSpan {
  readonly day: Weekday
  /** "09:00". */
  readonly opens: string
  /** "18:30"; "24:00" for midnight. */
  readonly closes: string
}
