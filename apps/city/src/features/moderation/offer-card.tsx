import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import type { HeadingLevel } from '@digitallotsen/ui/native.ts'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { whenOf } from '../offers/when.ts'
import type { Decisions, Subject } from './decisions.ts'
import type { ModeratedOffer } from './moderation.queries.ts'
import { ReasonForm } from './reason-form.tsx'
import { Refusal } from './refusal.tsx'
import './moderation.css'

const Wording: Component<{ offer: ModeratedOffer }> = props => {
  const content = () => props.offer.content
  return (
    <>
      <p><strong>{whenOf(content(), words, 'de')}</strong></p>
      <p class="keep-lines">{content().text}</p>
      <Show when={content().priceText}>{price => <p>{price()}</p>}</Show>
      <Show when={content().venue}>{venue => <p>{words.venue(venue())}</p>}</Show>
      <Show when={props.offer.partners.length > 0}><p>{words.partners(props.offer.partners.join(', '))}</p></Show>
    </>
  )
}

type OfferCardProps = {
  offer: ModeratedOffer
  decisions: Decisions
  level: HeadingLevel
  /** Leads to the page of its business. */
  withBusiness?: boolean
  onDone: () => void
}

const Choices: Component<OfferCardProps> = props => {
  const subject = (): Subject => ({ kind: 'offer', offerId: props.offer.offerId, seenAt: props.offer.updatedAt, name: props.offer.title })
  const decide = (verdict: 'approve' | 'reject' | 'take_down', reason: string) => props.decisions.decide({ subject: subject(), verdict, reason }, props.onDone)
  return (
    <Show
      when={props.offer.state === 'pending'}
      fallback={
        <ReasonForm
          name={`offer-${props.offer.offerId}`}
          summary={words.takeDown}
          text={words.takeDownOffer}
          submit={words.takeDownSubmit}
          busy={props.decisions.isPending()}
          onSubmit={reason => decide('take_down', reason)}
        />
      }
    >
      <div><Button icon="check" busy={props.decisions.isPending()} onClick={() => decide('approve', '')} aria-label={`${words.approve}: ${props.offer.title}`}>{words.approve}</Button></div>
      <ReasonForm
        name={`offer-${props.offer.offerId}`}
        summary={words.reject}
        text={words.rejectOffer}
        submit={words.rejectSubmit}
        busy={props.decisions.isPending()}
        onSubmit={reason => decide('reject', reason)}
      />
    </Show>
  )
}

/** An offer or event as it would appear, with the decision below it. */
export const OfferCard: Component<OfferCardProps> = props => {
  const { base } = useApp()
  const refused = () => props.decisions.refusedFor(props.offer.offerId)
  return (
    <Card
      title={props.offer.title}
      titleLevel={props.level}
      eyebrow={
        <>
          {words.offerKinds[props.offer.content.kind]}{' '}
          <Show when={props.withBusiness}><a href={`${base}/buero/eintraege/${props.offer.merchantId}`}>{words.by(props.offer.business)}</a></Show>
          {' · '}
          {props.offer.state === 'pending' ? words.since(formatDay(props.offer.submittedAt, 'de')) : words.states[props.offer.state === 'draft' ? 'unpublished' : props.offer.state]}
        </>
      }
    >
      <Show when={refused()}>{problem => <Refusal problem={problem()} />}</Show>
      <Wording offer={props.offer} />
      <Choices {...props} />
    </Card>
  )
}
