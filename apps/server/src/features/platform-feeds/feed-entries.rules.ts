import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { businessPath, directoryPath, offerPath, offersPath } from '../../pages/platform-addresses.ts'
import type { FeedCard, FeedScene } from './feed-scene.types.ts'
import type { Feed, FeedEntry } from './feed.rules.ts'
import { feedPath, type feedPaths, type FeedFormat } from '../../pages/machine-addresses.ts'
import { businessesDescription, businessesTitle, kindNames, markedName, offersDescription, offersTitle, whenText } from './feed-words.ts'

const isText = (part: string | null | undefined | false): part is string => Boolean(part)

const districtName = ({ pack }: FeedScene, id: string | null): string | undefined => pack.city.districts.find(district => district.id === id)?.name
const categoryNames = ({ pack }: FeedScene, ids: readonly string[]): string[] => ids.flatMap(id => pack.categories.find(category => category.id === id)?.label.de ?? [])

const entryOfBusiness = (scene: FeedScene, card: FeedCard): FeedEntry => {
  const url = scene.origin + businessPath(card.slug)
  const where = [card.street, [card.postcode, scene.pack.name].filter(isText).join(' '), districtName(scene, card.districtId)].filter(isText).join(', ')
  return {
    id: url,
    title: markedName(card.name, scene.sample || card.sample),
    url,
    text: [card.tagline, where].filter(isText).join('\n'),
    categories: categoryNames(scene, card.categories),
    published: card.firstPublishedAt,
    updated: card.updatedAt,
  }
}

/** Where it is: what the offer says, else its businesses. */
export const placeText = ({ content, businesses }: PublicOffer): string => content.venue ?? businesses.map(({ name }) => name).join(', ')

/** What there is, when, where and for how much, as plain lines. */
export const offerText = (offer: PublicOffer): string => {
  const { content, businesses } = offer
  const who = businesses.map(({ name }) => name).join(', ')
  return [whenText(content), content.venue, who !== '' && who, content.priceText, content.text].filter(isText).join('\n')
}

const entryOfOffer = (scene: FeedScene, offer: PublicOffer): FeedEntry => ({
  id: `urn:uuid:${offer.id}`,
  title: markedName(offer.content.title, scene.sample || offer.sample),
  url: scene.origin + offerPath(offer.id),
  text: offerText(offer),
  categories: [kindNames[offer.content.kind], ...offer.businesses.flatMap(({ districtId }) => districtName(scene, districtId) ?? [])].filter((name, index, all) => all.indexOf(name) === index),
  published: offer.updatedAt,
  updated: offer.updatedAt,
})

/** Both formats are one feed: they have one name. */
const common = ({ origin, pack, now, district }: FeedScene, what: keyof typeof feedPaths, format: FeedFormat) => ({
  id: origin + feedPath(what, 'atom', district?.id ?? null), author: pack.programme, selfUrl: origin + feedPath(what, format, district?.id ?? null), since: now.toISOString(),
})

/** The businesses that became visible last, the newest first. */
export const feedOfBusinesses = (scene: FeedScene, cards: readonly FeedCard[], format: FeedFormat): Feed => {
  const district = scene.district?.id ?? null
  return {
    ...common(scene, 'businesses', format), title: businessesTitle(scene), description: businessesDescription(scene), pageUrl: scene.origin + directoryPath({ district }),
    entries: cards.map(card => entryOfBusiness(scene, card)),
  }
}

/** What is on offer, in the order it was given. */
export const feedOfOffers = (scene: FeedScene, offers: readonly PublicOffer[], format: FeedFormat): Feed => {
  const district = scene.district?.id ?? null
  return {
    ...common(scene, 'offers', format), title: offersTitle(scene), description: offersDescription(scene), pageUrl: scene.origin + offersPath({ district }),
    entries: offers.map(offer => entryOfOffer(scene, offer)),
  }
}
