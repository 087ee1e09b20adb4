import { useQuery } from '@tanstack/solid-query'
import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { matching as words } from '../../locales/de/matching.ts'
import { CaseCard } from './case-card.tsx'
import { proposalQuery, type Proposal } from './matching.queries.ts'
import { SendAll } from './send-all.tsx'
import { createSending, type Sending } from './sending.state.ts'
import type { Names } from './sentences.ts'
import { WhatIfPanel } from './what-if-panel.tsx'
import './matching.css'

/** More than so many cards at once nobody reads, and a phone takes long to draw them. */
const pageSize = 25

const lookUp = (pairs: readonly (readonly [string, string])[]) => {
  const names = new Map(pairs)
  return (id: string): string => names.get(id) ?? id
}

const namesIn = (proposal: Proposal, districts: readonly { id: string; name: string }[]): Names => ({
  guide: lookUp(proposal.guides.map(({ guideId, name }) => [guideId, name])),
  business: lookUp(proposal.waiting.map(({ mentorshipId, business }) => [mentorshipId, business])),
  district: lookUp(districts.map(({ id, name }) => [id, name])),
  field: lookUp(proposal.fields.map(({ id, name }) => [id, name])),
  trade: lookUp(proposal.trades.map(({ id, name }) => [id, name])),
})

const sendingsOf = ({ waiting, state }: Proposal, names: Names): Sending[] =>
  waiting.flatMap(({ mentorshipId, business, proposed }) =>
    proposed ? [{ mentorshipId, guideId: proposed.guideId, proposedGuideId: proposed.guideId, state, overrideReason: null, business, name: names.guide(proposed.guideId) }] : [])

const Nobody: Component = () => {
  const { base } = useApp()
  return (
    <EmptyState title={words.nobodyTitle} icon="check-circle" action={<LinkButton variant="secondary" href={`${base}/buero`}>{words.toBusinesses}</LinkButton>}>
      {words.nobodyText}
    </EmptyState>
  )
}

const Cases: Component<{ proposal: Proposal; onReload: () => void }> = props => {
  const { city } = useApp()
  const names = createMemo(() => namesIn(props.proposal, city.districts))
  const sending = createSending()
  const [shown, setShown] = createSignal(pageSize)
  const left = () => props.proposal.waiting.length - shown()
  const isNobodyFree = () => !props.proposal.guides.some(({ ready, places }) => ready && places > 0)
  return (
    <>
      <Show when={isNobodyFree()}><Notice tone="warning" title={words.noGuideTitle}><p>{words.noGuideText}</p></Notice></Show>
      <div class="flow match-summary">
        <p><strong>{words.summary(props.proposal.served, props.proposal.waiting.length)}</strong></p>
        <p class="small muted">{words.madeFrom} <Button variant="quiet" icon="refresh" onClick={() => props.onReload()}>{words.reload}</Button></p>
        <SendAll list={sendingsOf(props.proposal, names())} sending={sending} />
      </div>
      <WhatIfPanel names={names()} />
      <section class="flow">
        <h2>{words.waitingTitle}</h2>
        <ul class="plain-list match-cases">
          <For each={props.proposal.waiting.slice(0, shown())}>{waiting => <CaseCard waiting={waiting} state={props.proposal.state} names={names()} sending={sending} />}</For>
        </ul>
        <Show when={left() > 0}><div><Button variant="secondary" onClick={() => setShown(count => count + pageSize)}>{words.more(Math.min(left(), pageSize))}</Button></div></Show>
      </section>
    </>
  )
}

/** Guides and businesses brought together: a proposal with its reasons, and the office that decides. */
export const MatchingPage: Component = () => {
  const { api } = useApp()
  usePage(() => words.title)
  const proposal = useQuery(() => ({ ...proposalQuery(api), reconcile: 'mentorshipId' }))
  return (
    <Loaded query={proposal} shape="cards" failed={privateFailure(words.title, () => void proposal.refetch())}>
      {found => (
        <div class="flow" lang="de">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <Show when={found().waiting.length > 0} fallback={<Nobody />}><Cases proposal={found()} onReload={() => void proposal.refetch()} /></Show>
        </div>
      )}
    </Loaded>
  )
}
