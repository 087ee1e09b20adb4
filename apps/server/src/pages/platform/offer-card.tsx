import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { PublicOffer } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { businessPath, offerPath } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { langOfTheirs } from './platform-frame.ts'

/** Who takes part, each linked. */
export const OfferBusinesses: Component<{ frame: PageFrame; businesses: PublicOffer['businesses'] }> = props => (
  <ul class="partners" lang={langOfTheirs(props.frame)}>
    <For each={props.businesses}>{({ slug, name }) => <li><a href={linkFrom(props.frame, businessPath(slug))}>{name}</a></li>}</For>
  </ul>
)

type OfferCardProps = {
  frame: PageFrame
  offer: PublicOffer
  dates: string
  /** Left out on the page of the business itself. */
  withBusinesses?: boolean
}

/** An offer or an event in a list. */
export const OfferCard: Component<OfferCardProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const content = () => props.offer.content
  const lang = () => langOfTheirs(props.frame)
  return (
    <li class="card card-link offer">
      <p class="card-eyebrow">{words().kind[content().kind]}</p>
      <h3 class="card-title" lang={lang()}><a href={linkFrom(props.frame, offerPath(props.offer.id))}>{content().title}</a></h3>
      <p class="offer-dates">{props.dates}</p>
      <Show when={content().priceText}>{price => <p lang={lang()}>{price()}</p>}</Show>
      <Show when={content().venue}>{venue => <p class="small muted" lang={lang()}>{venue()}</p>}</Show>
      <Show when={props.withBusinesses && props.offer.businesses.length > 0}><OfferBusinesses frame={props.frame} businesses={props.offer.businesses} /></Show>
    </li>
  )
}
