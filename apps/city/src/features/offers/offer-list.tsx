import { For, Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Tabs } from '@digitallotsen/ui/tabs.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin } from '../../lib/dates.ts'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { isDeclined } from './decline.ts'
import { Invitation } from './invitation.tsx'
import { OfferBadge, OfferWhen } from './offer-facts.tsx'
import { groupOffers, isOwn } from './offer-groups.ts'
import type { Grouped } from './offer-groups.ts'
import type { OwnOffer } from './offers.queries.ts'

const useHome = () => {
  const { base } = useApp()
  const { found } = useMerchant()
  return () => `${base}/mein-betrieb/${found().merchant.id}/angebote`
}

const OfferLine: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers')
  const home = useHome()
  const { found } = useMerchant()
  const own = () => isOwn(props.offer, found().merchant.id)
  const partners = () => (own() ? props.offer.partners.filter(({ accepted }) => accepted).length : 0)
  return (
    <li class="offer-line">
      <a class="linkish" href={`${home()}?angebot=${props.offer.id}`}>{props.offer.content.title}</a>
      <p class="row">
        <Show when={own()} fallback={<span class="small">{words.by(props.offer.ownerName)}</span>}>
          <OfferBadge offer={props.offer} />
        </Show>
        <OfferWhen content={props.offer.content} />
        <Show when={partners() > 0}><span class="small muted">{words.partnerCount(partners())}</span></Show>
      </p>
      <Show when={props.offer.officeReason}>{reason => <p class="small keep-lines">{reason()}</p>}</Show>
    </li>
  )
}

const Lines: Component<{ offers: readonly OwnOffer[] }> = props => (
  <ul class="plain-list split">
    <For each={props.offers}>{offer => <OfferLine offer={offer} />}</For>
  </ul>
)

const CreateLink: Component = () => {
  const words = useTexts('offers')
  const home = useHome()
  return <LinkButton icon="plus" href={`${home()}?neu=angebot`}>{words.create}</LinkButton>
}

const Current: Component<{ groups: Grouped['current'] }> = props => {
  const words = useTexts('offers')
  return (
    <For each={props.groups} fallback={<EmptyState title={words.emptyTitle} icon="calendar">{words.emptyText}</EmptyState>}>
      {({ group, offers }) => (
        <section class="flow">
          <h2>{words.groups[group]}</h2>
          <Show when={group === 'invited'} fallback={<Lines offers={offers} />}>
            <For each={offers}>{offer => <Invitation offer={offer} />}</For>
          </Show>
        </section>
      )}
    </For>
  )
}

/** All offers of the business and those it was asked to join; what is over stands apart. */
export const OfferList: Component<{ offers: readonly OwnOffer[]; view: string | undefined }> = props => {
  const words = useTexts('offers')
  const home = useHome()
  const { found } = useMerchant()
  const grouped = () => groupOffers(props.offers.filter(({ id }) => !isDeclined(id)), { merchantId: found().merchant.id, today: dayInBerlin(new Date()) })
  const isPast = () => props.view === 'vorbei'
  const tabs = () => [
    { href: home(), label: words.tabs.current, current: !isPast() },
    { href: `${home()}?ansicht=vorbei`, label: words.tabs.over, current: isPast(), count: grouped().over.length },
  ]
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow">{found().merchant.name}</p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><CreateLink /></p>
      <Show when={grouped().over.length > 0 || isPast()}>
        <Tabs label={words.tabs.label} items={tabs()} />
      </Show>
      <Switch fallback={<Current groups={grouped().current} />}>
        <Match when={isPast() && grouped().over.length === 0}><EmptyState title={words.overNoneTitle} icon="clock">{words.overNoneText}</EmptyState></Match>
        <Match when={isPast()}><Lines offers={grouped().over} /></Match>
      </Switch>
    </>
  )
}
