import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Tabs } from '@digitallotsen/ui/tabs.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { moderation as words } from '../../locales/de/moderation.ts'
import { useDecisions } from './decisions.ts'
import { queueQuery } from './moderation.queries.ts'
import type { Queue, WaitingListing } from './moderation.queries.ts'
import { Off } from './off.tsx'
import { Refusal } from './refusal.tsx'
import './moderation.css'

const OfferCard = createSoonPart(async () => (await import('./offer-card.tsx')).OfferCard)

type Kind = 'eintraege' | 'angebote' | undefined

const EntryLine: Component<{ entry: WaitingListing }> = props => {
  const { base } = useApp()
  return (
    <li class="queue-line">
      <div>
        <h3>{props.entry.name}</h3>
        <p class="row">
          <Badge tone={props.entry.isNew ? 'accent' : 'info'}>{props.entry.isNew ? words.isNew : words.isChange}</Badge>
          <span class="small muted">{words.since(formatDay(props.entry.submittedAt, 'de'))}</span>
        </p>
      </div>
      <LinkButton variant="secondary" href={`${base}/buero/eintraege/${props.entry.merchantId}`} aria-label={`${props.entry.name}: ${words.look}`}>{words.look}</LinkButton>
    </li>
  )
}

const Entries: Component<{ entries: Queue['listings'] }> = props => (
  <section class="flow">
    <h2>{words.listingsTitle}</h2>
    <Show when={props.entries.length > 0} fallback={<p class="muted">{words.noListings}</p>}>
      <ul class="plain-list split">
        <For each={props.entries}>{entry => <EntryLine entry={entry} />}</For>
      </ul>
    </Show>
  </section>
)

const Offers: Component<{ offers: Queue['offers'] }> = props => {
  const decisions = useDecisions()
  let heading: HTMLHeadingElement | undefined
  return (
    <section class="flow">
      <h2 tabindex="-1" ref={element => (heading = element)}>{words.offersTitle}</h2>
      <Show when={decisions.refusedElsewhere(props.offers.map(({ offerId }) => offerId))}>{problem => <Refusal problem={problem()} />}</Show>
      <Show when={props.offers.length > 0} fallback={<p class="muted">{words.noOffers}</p>}>
        <div class="offer-cards">
          <For each={props.offers}>{offer => <OfferCard offer={offer} decisions={decisions} level={3} withBusiness onDone={() => heading?.focus()} />}</For>
        </div>
      </Show>
    </section>
  )
}

const Waiting: Component<{ queue: Queue; kind: Kind; withOffers: boolean }> = props => {
  const { base } = useApp()
  const isEmpty = () => props.queue.listings.length === 0 && (props.queue.offers.length === 0 || !props.withOffers)
  return (
    <Switch>
      <Match when={isEmpty() && !props.kind}>
        <EmptyState title={words.emptyTitle} icon="check-circle" action={<LinkButton variant="secondary" href={`${base}/buero`}>{words.toBusinesses}</LinkButton>}>
          {words.emptyText}
        </EmptyState>
      </Match>
      <Match when={true}>
        <Show when={props.kind !== 'angebote'}><Entries entries={props.queue.listings} /></Show>
        <Show when={props.kind !== 'eintraege' && props.withOffers}><Offers offers={props.queue.offers} /></Show>
      </Match>
    </Switch>
  )
}

const QueueView: Component<{ queue: Queue }> = props => {
  const { base, features } = useApp()
  usePage(() => words.title)
  const [search] = useSearchParams<{ art?: string }>()
  const kind = (): Kind => (search.art === 'eintraege' || search.art === 'angebote' ? search.art : undefined)
  const tab = (art: Kind, label: string, count: number) => ({ href: `${base}/buero/eintraege${art ? `?art=${art}` : ''}`, label, count, current: kind() === art })
  const tabs = () => {
    const { listings, offers } = props.queue
    return [tab(undefined, words.tabs.all, listings.length + offers.length), tab('eintraege', words.tabs.listings, listings.length), tab('angebote', words.tabs.offers, offers.length)]
  }
  return (
    <div class="flow" lang="de">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Show when={features.offers}><Tabs label={words.tabs.label} items={tabs()} /></Show>
      <Waiting queue={props.queue} kind={features.offers ? kind() : undefined} withOffers={features.offers} />
    </div>
  )
}

const Queued: Component = () => {
  const { api } = useApp()
  const queue = useQuery(() => ({ ...queueQuery(api), reconcile: 'offerId' }))
  return <Loaded query={queue} failed={privateFailure(words.title, () => void queue.refetch())}>{found => <QueueView queue={found()} />}</Loaded>
}

/** Everything that waits for the office, the longest first. */
export const QueuePage: Component = () => {
  const { features } = useApp()
  return <Show when={features.directory} fallback={<Off />}><Queued /></Show>
}
