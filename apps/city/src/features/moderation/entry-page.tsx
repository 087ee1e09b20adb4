import { useNavigate, useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Match, Show, Switch, createEffect, on } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { focusHeading, usePage } from '../../lib/page.ts'
import type { Problem } from '../../lib/problem.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { moderation as words } from '../../locales/de/moderation.ts'
import { refusalOf, useDecisions } from './decisions.ts'
import type { Decisions, Subject, Verdict } from './decisions.ts'
import { entryQuery } from './moderation.queries.ts'
import type { EntryView } from './moderation.queries.ts'
import { Off } from './off.tsx'
import { Refusal } from './refusal.tsx'
import './moderation.css'

const Comparison = createSoonPart(async () => (await import('./comparison.tsx')).Comparison)
const OfferCard = createSoonPart(async () => (await import('./offer-card.tsx')).OfferCard)
const ReasonForm = createSoonPart(async () => (await import('./reason-form.tsx')).ReasonForm)

type ViewProps = { view: EntryView; decisions: Decisions }

const tones: Readonly<Record<NonNullable<EntryView['state']>, Tone>> = { unpublished: 'neutral', pending: 'info', published: 'success', taken_down: 'danger' }

const Standing: Component<{ view: EntryView }> = props => {
  const { base } = useApp()
  return (
    <>
      <p class="row badges">
        <Show when={props.view.state}>{state => <Badge tone={tones[state()]}>{words.states[state()]}</Badge>}</Show>
        <Show when={props.view.waiting && props.view.live}><Badge tone="info" icon="clock">{words.waitingToo}</Badge></Show>
        <Show when={props.view.waiting}>{waiting => <span class="small muted">{words.since(formatDay(waiting().updatedAt, 'de'))}</span>}</Show>
        <Show when={props.view.live}>{live => <a rel="external" href={`${base}/betriebe/${live().slug}`}>{words.public}</a>}</Show>
      </p>
      <Show when={props.view.officeReason}>{reason => <Notice title={words.lastReason}><p class="keep-lines">{reason()}</p></Notice>}</Show>
    </>
  )
}

const introOf = ({ waiting, live, changed }: EntryView): string => {
  if (!waiting) return words.liveText
  return live ? words.changeText(changed.length) : words.firstText
}

const useDecide = (props: ViewProps) => {
  const { base } = useApp()
  const navigate = useNavigate()
  const name = () => (props.view.waiting ?? props.view.live)?.content.name ?? props.view.business
  return (verdict: Verdict, reason: string): void => {
    const { merchantId, versionId } = props.view
    const subject: Subject = { kind: 'listing', merchantId, versionId, name: name() }
    const next = () => navigate(`${base}/buero/eintraege`, { resolve: false })
    props.decisions.decide({ subject, verdict, reason }, verdict === 'take_down' ? focusHeading : next)
  }
}

const Choices: Component<ViewProps & { failed: Problem | undefined }> = props => {
  const decide = useDecide(props)
  return (
    <section class="flow no-print">
      <h2 class="aside-title">{words.decideTitle}</h2>
      <Show when={props.failed}>{problem => <Refusal problem={problem()} />}</Show>
      <Show when={props.view.waiting}>
        <p class="muted">{words.approveHint}</p>
        <div><Button icon="check" busy={props.decisions.isPending()} onClick={() => decide('approve', '')}>{words.approve}</Button></div>
        <ReasonForm name="reject" summary={words.reject} text={words.rejectText} submit={words.rejectSubmit} busy={props.decisions.isPending()} onSubmit={reason => decide('reject', reason)} />
      </Show>
      <Show when={props.view.live}>
        <ReasonForm name="take-down" summary={words.takeDown} text={words.takeDownText} submit={words.takeDownSubmit} busy={props.decisions.isPending()} onSubmit={reason => decide('take_down', reason)} />
      </Show>
    </section>
  )
}

const Versions: Component<{ view: EntryView }> = props => (
  <Switch
    fallback={
      <>
        <p class="lead">{introOf(props.view)}</p>
        <Comparison waiting={props.view.waiting} live={props.view.live} changed={props.view.changed} trades={props.view.trades} />
      </>
    }
  >
    <Match when={props.view.state === null}><EmptyState title={words.noneTitle} icon="shop">{words.noneText}</EmptyState></Match>
    <Match when={!props.view.waiting && !props.view.live}><EmptyState title={words.nothingTitle} icon="check-circle">{words.nothingText}</EmptyState></Match>
  </Switch>
)

const Offers: Component<ViewProps> = props => (
  <section class="flow">
    <h2>{words.offerListTitle}</h2>
    <Show when={props.view.offers.length > 0} fallback={<p class="muted">{words.offerListNone}</p>}>
      <div class="offer-cards">
        <For each={props.view.offers}>{offer => <OfferCard offer={offer} decisions={props.decisions} level={3} onDone={focusHeading} />}</For>
      </div>
    </Show>
  </section>
)

const Entry: Component<{ view: EntryView }> = props => {
  const { base, features } = useApp()
  const decisions = useDecisions()
  const refused = () => decisions.refusedElsewhere(props.view.offers.map(({ offerId }) => offerId))
  /** What changed meanwhile is told on top, where the new state begins; what merely failed, at the button. */
  const overtaken = () => [refused()].find(problem => problem && refusalOf(problem) !== 'failed')
  createEffect(on(overtaken, problem => {
    if (!problem) return
    document.querySelector('main h1')?.scrollIntoView()
    focusHeading()
  }))
  usePage(() => props.view.business)
  return (
    <div class="flow" lang="de">
      <BackLink href={`${base}/buero/eintraege`}>{words.back}</BackLink>
      <h1>{(props.view.waiting ?? props.view.live)?.content.name ?? props.view.business}</h1>
      <Standing view={props.view} />
      <Show when={overtaken()}>{problem => <Refusal problem={problem()} />}</Show>
      <div class="columns">
        <div class="flow"><Versions view={props.view} /></div>
        <aside class="flow">
          <Show when={props.view.waiting ?? props.view.live}><Choices view={props.view} decisions={decisions} failed={overtaken() ? undefined : refused()} /></Show>
          <p><a class="linkish" href={`${base}/buero/betriebe/${props.view.merchantId}`}>{words.toBusiness}</a></p>
        </aside>
      </div>
      <Show when={features.offers}><Offers view={props.view} decisions={decisions} /></Show>
    </div>
  )
}

const Loading: Component = () => {
  const { api } = useApp()
  const params = useParams<{ merchantId: string }>()
  const view = useQuery(() => ({ ...entryQuery(api, params.merchantId), reconcile: 'offerId' }))
  return <Loaded query={view} failed={privateFailure(words.title, () => void view.refetch())}>{found => <Entry view={found()} />}</Loaded>
}

/** One page of a business: what waits beside what is live, and the decision below. */
export const EntryPage: Component = () => {
  const { features } = useApp()
  return <Show when={features.directory} fallback={<Off />}><Loading /></Show>
}
