import type { Locale } from '../text.schemas.ts'

/** The first that fits names it: browsers built on Chrome say "Chrome" too, and Chrome says "Safari". */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOPiOS\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bCriOS\/|\b(?:Headless)?Chrome\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const words = {
  de: { on: 'auf', browser: 'Browser', unknown: 'Unbekanntes Gerät' },
  en: { on: 'on', browser: 'Browser', unknown: 'Unknown device' },
} as const satisfies Record<Locale, unknown>

/** Longer than any browser's own; what lies beyond is not read. */
const longestRead = 512

const findName = (names: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined =>
  names.find(([sign]) => sign.test(userAgent))?.[1]

/**
 * A label by which a person knows the device again, "Chrome auf Android". It consists of names from our own lists only, at most 40 characters:
 * nothing that the client wrote is passed on, and an unknown or missing user agent is said to be one.
 */
export const deviceLabel = (userAgent: string | undefined, locale: Locale = 'de'): string => {
  const read = (userAgent ?? '').slice(0, longestRead)
  const { on, browser: anyBrowser, unknown } = words[locale]
  const browser = findName(browsers, read)
  const system = findName(systems, read)
  if (browser && system) return `${browser} ${on} ${system}`
  if (system) return `${anyBrowser} ${on} ${system}`
  return browser ?? unknown
}
