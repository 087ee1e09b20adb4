import { businessJsonLd } from '@digitallotsen/domain/listing/json-ld.rules.ts'
import { addressOf, mainLocale } from '../addresses.ts'
import { businessPath, photoPath } from '../platform-addresses.ts'
import { findWebHref } from '../platform/outside-links.ts'
import type { PlatformScene } from '../platform/platform-frame.ts'
import type { BusinessView } from '../public-pages.types.ts'

/** As in the page, so in its data: only what is a page of the web counts as an address. */
const withWebAddresses = (listing: BusinessView['listing']): BusinessView['listing'] => {
  const { content } = listing
  const isWeb = (url: string | null) => findWebHref(url) !== undefined
  return { ...listing, content: { ...content, website: isWeb(content.website) ? content.website : null, social: content.social.filter(({ url }) => isWeb(url)) } }
}

/** The business as search engines read it; the same in every language. None for a page that names no address of its own. */
export const businessData = ({ frame, asked, today }: PlatformScene, listing: BusinessView['listing']): object[] => {
  const { origin, pack } = frame
  if (origin === null) return []
  return [businessJsonLd({
    listing: withWebAddresses(listing), categories: pack.categories, holidays: asked.holidays, today,
    pageUrl: origin + addressOf(mainLocale, businessPath(listing.slug)), photoUrl: fileId => origin + photoPath(fileId),
  })]
}
