/** Addresses that programs read, below the city's own host. */

const withDistrict = (path: string, districtId: string | null): string => `${path}${districtId === null ? '' : `?stadtteil=${encodeURIComponent(districtId)}`}`

export const feedPaths = { businesses: '/betriebe', offers: '/angebote' } as const
export type FeedFormat = 'rss' | 'atom'

/** The one address of a feed; of the whole city where no district is named. */
export const feedPath = (what: keyof typeof feedPaths, format: FeedFormat, districtId: string | null): string => withDistrict(`${feedPaths[what]}.${format}`, districtId)

export const calendarPath = (districtId: string | null): string => withDistrict('/angebote.ics', districtId)

export const openDataPaths = { json: '/daten/betriebe.json', geojson: '/daten/betriebe.geojson', csv: '/daten/betriebe.csv' } as const

/** How to show the list on another site, in words. */
export const embedGuidePath = '/einbetten'

export const widgetPath = (districtId: string | null, count: number): string => {
  const params = new URLSearchParams({ ...(districtId === null ? {} : { stadtteil: districtId }), anzahl: String(count) })
  return `/einbetten/betriebe?${params}`
}

/** The picture that goes with a link to a business, 1200 × 630. */
export const socialPicturePath = (slug: string): string => `/bilder/og/${encodeURIComponent(slug)}.png`
