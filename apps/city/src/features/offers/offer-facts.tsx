import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { OfferContent } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { OwnOffer } from './offers.queries.ts'
import { whenOf } from './when.ts'
import './offers.css'

const looks: Readonly<Record<OwnOffer['state'] | 'returned', { tone: Tone; icon: IconName }>> = {
  draft: { tone: 'neutral', icon: 'pencil' },
  returned: { tone: 'warning', icon: 'undo' },
  pending: { tone: 'info', icon: 'clock' },
  published: { tone: 'success', icon: 'check' },
  taken_down: { tone: 'danger', icon: 'cross' },
}

export const OfferBadge: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers')
  const look = () => (props.offer.state === 'draft' && props.offer.officeReason !== null ? 'returned' : props.offer.state)
  const word = () => (look() === 'returned' ? words.returned : words.states[props.offer.state])
  return <Badge tone={looks[look()].tone} icon={looks[look()].icon}>{word()}</Badge>
}

/** Kind, days and times on one line. */
export const OfferWhen: Component<{ content: OfferContent }> = props => {
  const words = useTexts('offers')
  const { locale } = useApp()
  return (
    <span class="small muted">
      {words.kinds[props.content.kind]} · {whenOf(props.content, words, locale)}
    </span>
  )
}

/** What everybody will read of it. */
export const OfferBody: Component<{ content: OfferContent }> = props => {
  const words = useTexts('offers')
  const facts = () => [props.content.priceText, props.content.venue ? words.venue(props.content.venue) : null].filter(fact => fact !== null)
  return (
    <>
      <p class="keep-lines">{props.content.text}</p>
      <Show when={facts().length > 0}>
        <ul class="plain-list offer-facts">
          <For each={facts()}>{fact => <li>{fact}</li>}</For>
        </ul>
      </Show>
    </>
  )
}
