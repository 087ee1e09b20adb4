import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { Section } from '@digitallotsen/ui/section.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { platformPaths } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { BusinessTile } from '../platform/business-tile.tsx'
import { OfferCard } from '../platform/offer-card.tsx'
import { offerDates, offerSpan } from '../platform/offer-dates.ts'
import { hasDirectory, hasOffers } from '../platform/platform-frame.ts'
import type { HomeView } from '../public-pages.types.ts'

export type News = { recent: NonNullable<HomeView['recent']>; offers: NonNullable<HomeView['offers']>; now: Date | null }
type NewsProps = { frame: PageFrame; news: News }

const datesOf = ({ frame: { locale }, news: { now } }: NewsProps, { content }: PublicOffer): string =>
  now === null ? offerSpan(locale, content) : offerDates(locale, content, wallTimeAt(now, germanZone).date)

/** What the city's platform has that is new; nothing where there is nothing. */
export const PlatformNews: Component<NewsProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  return (
    <>
      <Show when={hasDirectory(props.frame) && props.news.recent.length > 0}>
        <Section title={words().newHere} lead={words().platformText}>
          <ul class="tiles"><For each={props.news.recent}>{card => <BusinessTile frame={props.frame} card={card} />}</For></ul>
          <p class="more"><a class="target" href={linkFrom(props.frame, platformPaths.directory)}>{words().allBusinesses}</a></p>
        </Section>
      </Show>
      <Show when={hasOffers(props.frame) && props.news.offers.length > 0}>
        <Section title={words().thisWeek}>
          <ul class="tiles"><For each={props.news.offers}>{offer => <OfferCard frame={props.frame} offer={offer} dates={datesOf(props, offer)} withBusinesses />}</For></ul>
          <p class="more"><a class="target" href={linkFrom(props.frame, platformPaths.offers)}>{words().allOffers}</a></p>
        </Section>
      </Show>
    </>
  )
}
