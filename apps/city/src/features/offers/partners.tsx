import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { OfferChanges } from './offer-changes.ts'
import { PartnerSearch } from './partner-search.tsx'
import type { OwnOffer } from './offers.queries.ts'

type Partner = OwnOffer['partners'][number]

const PartnerLine: Component<{ partner: Partner; busy: boolean; onRemove: () => void }> = props => {
  const words = useTexts('offers').partners
  return (
    <li class="partner">
      <span>
        {props.partner.name}{' '}
        <Badge tone={props.partner.accepted ? 'success' : 'neutral'} icon={props.partner.accepted ? 'check' : 'clock'}>{props.partner.accepted ? words.accepted : words.asked}</Badge>
      </span>
      <Button variant="quiet" icon="trash" aria-label={words.removeNamed(props.partner.name)} busy={props.busy} onClick={() => props.onRemove()}>{words.remove}</Button>
    </li>
  )
}

/** Who takes part, who was asked, and whom else one may ask. */
export const Partners: Component<{ offer: OwnOffer; changes: OfferChanges }> = props => {
  const texts = useTexts()
  const words = useTexts('offers').partners
  const toasts = useToasts()
  let heading: HTMLHeadingElement | undefined
  const failure = () => [props.changes.removePartner, props.changes.invite].find(one => one.isError)?.error
  const remove = ({ merchantId, name, slug }: Partner): void => {
    const offerId = props.offer.id
    const undo = slug === null ? {} : { undo: { label: texts.common.undo, onUndo: () => props.changes.invite.mutate({ offerId, slug }) } }
    const onSuccess = (): void => {
      toasts.show({ message: words.removed(name), ...undo })
      heading?.focus()
    }
    props.changes.removePartner.mutate({ offerId, merchantId }, { onSuccess })
  }
  return (
    <section class="flow no-print">
      <h2 tabindex="-1" ref={element => (heading = element)}>{words.title}</h2>
      <p>{words.lead}</p>
      <Show when={failure()}>{error => <ProblemNotice problem={problemOf(error())} />}</Show>
      <Show when={props.offer.partners.length > 0} fallback={<p class="muted">{words.none}</p>}>
        <ul class="plain-list split">
          <For each={props.offer.partners}>
            {partner => <PartnerLine partner={partner} busy={props.changes.removePartner.isPending} onRemove={() => remove(partner)} />}
          </For>
        </ul>
      </Show>
      <PartnerSearch offerId={props.offer.id} changes={props.changes} />
    </section>
  )
}
