import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { germanZone, wallTimeAt } from '@digitallotsen/domain/listing/zone.rules.ts'
import { Pagination } from '@digitallotsen/ui/pagination.tsx'
import { Layout } from './layout.tsx'
import { EmptyOffers } from './offers/empty.tsx'
import { OfferFilters } from './offers/offer-filters.tsx'
import { linkFrom, type PageFrame } from './page-frame.ts'
import { offersPath } from './platform-addresses.ts'
import { platformWordsOf } from './platform-words.ts'
import { OfferCard } from './platform/offer-card.tsx'
import { dayText, offerDates } from './platform/offer-dates.ts'
import { findDistrictName } from './platform/platform-labels.ts'
import { offerFeeds, Subscriptions } from './platform/take-along.tsx'
import type { OffersView } from './public-pages.types.ts'

type OffersProps = { frame: PageFrame; view: OffersView }

const lastPageOf = ({ total, pageSize }: OffersView): number => Math.max(1, Math.ceil(total / pageSize))

const todayOf = ({ now }: OffersView): string => wallTimeAt(now, germanZone).date

const titleOf = ({ frame, view: { query } }: OffersProps): string => {
  const words = platformWordsOf(frame.locale)
  const kind = query.kind === null ? [] : [words.kind[query.kind]]
  const page = query.page > 1 ? [words.page(query.page)] : []
  return [...kind, ...[findDistrictName(frame, query.district) ?? []].flat(), words.offersTitle(frame.pack.name), ...page].join(' · ')
}

/** The days that were looked at; "everything to come" has no end worth naming. */
const Stretch: Component<OffersProps> = props => {
  const day = (date: string) => dayText(props.frame.locale, date, todayOf(props.view))
  return (
    <Show when={props.view.query.span !== 'alle'}>
      <p class="muted">{platformWordsOf(props.frame.locale).between(day(props.view.from), day(props.view.to))}</p>
    </Show>
  )
}

const Entries: Component<OffersProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  return (
    <section class="results" aria-labelledby="liste">
      <div class="row spread">
        <h2 id="liste" tabindex="-1">{words().entryCount(props.view.total)}</h2>
        <Stretch {...props} />
      </div>
      <EmptyOffers {...props} />
      <Show when={props.view.offers.length > 0}>
        <ul class="tiles tiles-three">
          <For each={props.view.offers}>{offer => <OfferCard frame={props.frame} offer={offer} dates={offerDates(props.frame.locale, offer.content, todayOf(props.view))} withBusinesses />}</For>
        </ul>
      </Show>
      <Pagination
        label={words().pages} page={props.view.query.page} pageCount={lastPageOf(props.view)} previousLabel={words().previous} nextLabel={words().next} pageLabel={words().page}
        status={words().pageOf(props.view.query.page, lastPageOf(props.view))} href={page => linkFrom(props.frame, offersPath({ ...props.view.query, page }))}
      />
    </section>
  )
}

/** What is on offer in the city, and going on. */
export const OffersPage: Component<OffersProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const { query } = props.view
  const pathOf = (page: number) => offersPath({ ...query, page })
  return (
    <Layout
      frame={props.frame} title={titleOf(props)} description={words().offersLead} unlisted={props.view.offers.length === 0} feeds={offerFeeds(props.frame, query.district)}
      previous={query.page > 1 ? pathOf(query.page - 1) : undefined} next={query.page < lastPageOf(props.view) ? pathOf(query.page + 1) : undefined}
    >
      <div class="wrap platform">
        <h1>{words().offersTitle(props.frame.pack.name)}</h1>
        <p class="lead">{words().offersLead}</p>
        <OfferFilters frame={props.frame} query={query} />
        <Entries {...props} />
        <Subscriptions frame={props.frame} district={query.district} />
      </div>
    </Layout>
  )
}
