import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createLaterPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { OfferList } from './offer-list.tsx'
import { offersQuery } from './offers.queries.ts'

const OfferView = createLaterPart(async () => (await import('./offer-view.tsx')).OfferView)
const OfferForm = createLaterPart(async () => (await import('./offer-form.tsx')).OfferForm)

/** The list, with `?neu` the form for another one, with `?angebot=` one of them, with `&aendern` its form. */
type OffersAddress = { angebot?: string; aendern?: string; neu?: string; ansicht?: string }

const Offers: Component = () => {
  const words = useTexts('offers')
  const { api } = useApp()
  const { found } = useMerchant()
  const [search] = useSearchParams<OffersAddress>()
  const offers = useQuery(() => ({ ...offersQuery(api, found().merchant.id), reconcile: 'id' }))
  return (
    <Loaded query={offers} failed={privateFailure(words.title, () => void offers.refetch())}>
      {list => (
        <Switch fallback={<OfferList offers={list()} view={search.ansicht} />}>
          <Match when={search.neu}><OfferForm kind={search.neu === 'veranstaltung' ? 'event' : 'offer'} /></Match>
          <Match when={search.angebot} keyed>
            {id => (
              <Show when={search.aendern ? list().find(offer => offer.id === id) : undefined} fallback={<OfferView offers={list()} offerId={id} />}>
                {offer => <OfferForm offer={offer()} kind={offer().content.kind} />}
              </Show>
            )}
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}

const Off: Component = () => {
  const words = useTexts('offers')
  usePage(() => words.title)
  return (
    <>
      <h1>{words.title}</h1>
      <EmptyState title={words.off} icon="calendar">{words.lead}</EmptyState>
    </>
  )
}

export const OffersPage: Component = () => {
  const { features } = useApp()
  return (
    <div class="columns">
      <div class="flow">
        <Show when={features.offers} fallback={<Off />}><Offers /></Show>
      </div>
      <ContactAside />
    </div>
  )
}
