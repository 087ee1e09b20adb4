import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Pagination } from '@digitallotsen/ui/pagination.tsx'
import { countFilters, listActiveFilters } from './directory/active-filters.ts'
import { ByDistrict } from './directory/by-district.tsx'
import { Chosen } from './directory/chosen.tsx'
import { EmptyDirectory } from './directory/empty.tsx'
import { FilterForm } from './directory/filter-form.tsx'
import { Layout } from './layout.tsx'
import { linkFrom, type PageFrame } from './page-frame.ts'
import { directoryPath } from './platform-addresses.ts'
import { platformWordsOf } from './platform-words.ts'
import { BusinessTile } from './platform/business-tile.tsx'
import { OpeningState } from './platform/opening-state.tsx'
import { directoryFeeds, OpenData } from './platform/take-along.tsx'
import { sceneOf } from './platform/platform-frame.ts'
import type { DirectoryView } from './public-pages.types.ts'

type DirectoryProps = { frame: PageFrame; view: DirectoryView }

/** So many stand in the first screen of a phone and a desktop. */
const aboveTheFold = 2

const lastPageOf = ({ result }: DirectoryView): number => Math.max(1, Math.ceil(result.total / result.pageSize))

const titleOf = ({ frame, view }: DirectoryProps): string => {
  const words = platformWordsOf(frame.locale)
  const filters = listActiveFilters(frame, view.query).map(({ label }) => label)
  const page = view.query.page > 1 ? [words.page(view.query.page)] : []
  return [...filters, words.directoryTitle(frame.pack.name), ...page].join(' · ')
}

/** A list that somebody put together by searching is theirs alone; one district or one trade is worth finding. */
const isOfTheMoment = ({ query, result }: DirectoryView): boolean =>
  query.search.trim() !== '' || query.open || countFilters(query) > 1 || result.cards.length === 0

const Results: Component<DirectoryProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const scene = sceneOf(props.frame, props.view.now, props.view.holidays)
  const total = () => props.view.result.total
  return (
    <section class="results" aria-labelledby="liste">
      <div class="row spread">
        <h2 id="liste" tabindex="-1">{countFilters(props.view.query) > 0 ? words().found(total()) : words().businessCount(total())}</h2>
        <Show when={props.frame.pack.city.districts.length > 0 && props.view.counts.total > 0}><a class="to-map no-print" href="#stadtteile">{words().toMap}</a></Show>
      </div>
      <Chosen frame={props.frame} query={props.view.query} />
      <Show when={props.view.result.corrected}><Notice><p>{words().corrected(props.view.query.search.trim())}</p></Notice></Show>
      <EmptyDirectory frame={props.frame} view={props.view} />
      <Show when={props.view.result.cards.length > 0}>
        <ul class="tiles">
          <For each={props.view.result.cards}>
            {(card, index) => (
              <BusinessTile frame={props.frame} card={card} first={index() < aboveTheFold} state={<Show when={card.hours}>{hours => <OpeningState scene={scene} hours={hours()} />}</Show>} />
            )}
          </For>
        </ul>
      </Show>
      <Pagination
        label={words().pages} page={props.view.query.page} pageCount={lastPageOf(props.view)} previousLabel={words().previous} nextLabel={words().next} pageLabel={words().page}
        status={words().pageOf(props.view.query.page, lastPageOf(props.view))} href={page => linkFrom(props.frame, directoryPath({ ...props.view.query, page }))}
      />
    </section>
  )
}

const Invitation: Component<{ frame: PageFrame }> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  return (
    <aside class="card card-plain no-print">
      <h2 class="card-title">{words().missing}</h2>
      <p>{words().missingText}</p>
      <p><LinkButton href={linkFrom(props.frame, '/check')} variant="secondary">{words().toCheck}</LinkButton></p>
    </aside>
  )
}

/** The directory of the city's businesses: what was asked for, and every way to ask for something else. */
export const DirectoryPage: Component<DirectoryProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const { query } = props.view
  const pathOf = (page: number) => directoryPath({ ...query, page })
  return (
    <Layout
      frame={props.frame} title={titleOf(props)} description={words().directoryDescription(props.frame.pack.name, props.view.counts.total)} unlisted={isOfTheMoment(props.view)} feeds={directoryFeeds(props.frame, query.district)}
      previous={query.page > 1 ? pathOf(query.page - 1) : undefined} next={query.page < lastPageOf(props.view) ? pathOf(query.page + 1) : undefined}
    >
      <div class="wrap platform">
        <h1>{words().directoryTitle(props.frame.pack.name)}</h1>
        <p class="lead">{words().directoryLead}</p>
        <FilterForm frame={props.frame} query={query} counts={props.view.counts} />
        <div class="beside">
          <Results {...props} />
          <div class="stack">
            <ByDistrict frame={props.frame} query={query} counts={props.view.counts} />
            <Invitation frame={props.frame} />
          </div>
        </div>
        <Show when={props.view.counts.total > 0}><OpenData frame={props.frame} district={query.district} /></Show>
      </div>
    </Layout>
  )
}
