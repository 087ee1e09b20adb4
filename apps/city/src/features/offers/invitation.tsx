import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { focusHeading } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useDecline } from './decline.ts'
import { useOfferChanges } from './offer-changes.ts'
import { OfferBody, OfferWhen } from './offer-facts.tsx'
import type { OwnOffer } from './offers.queries.ts'

/** Yes at once; no can be taken back as long as its message stands there. */
export const InvitationAnswer: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers').invitation
  const toasts = useToasts()
  const changes = useOfferChanges()
  const decline = useDecline(changes.merchantId)
  const title = () => props.offer.content.title
  const accept = async (): Promise<void> => {
    try {
      await changes.answer.mutateAsync({ offerId: props.offer.id, accept: true })
    } catch {
      // The mutation holds the error, and the notice below shows it.
      return
    }
    // By now the list has moved this offer elsewhere, and this button is gone.
    toasts.show({ message: words.accepted, ...brief })
    focusHeading()
  }
  const refuse = (): void => {
    decline(props.offer.id, words.declined)
    focusHeading()
  }
  return (
    <>
      <Show when={changes.answer.isError}>
        <ProblemNotice problem={problemOf(changes.answer.error)} />
      </Show>
      <div class="row">
        <Button aria-label={words.acceptNamed(title())} busy={changes.answer.isPending} onClick={() => void accept()}>{words.accept}</Button>
        <Button variant="secondary" aria-label={words.declineNamed(title())} onClick={refuse}>{words.decline}</Button>
      </div>
    </>
  )
}

/** What another business asks this one to join, with the answer beside it. */
export const Invitation: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers').invitation
  return (
    <Card look="marked" title={props.offer.content.title} eyebrow={<OfferWhen content={props.offer.content} />}>
      <OfferBody content={props.offer.content} />
      <p>{words.text(props.offer.ownerName)}</p>
      <InvitationAnswer offer={props.offer} />
    </Card>
  )
}
