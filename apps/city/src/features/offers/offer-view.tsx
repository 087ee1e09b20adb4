import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin } from '../../lib/dates.ts'
import { focusHeading, usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useMerchant } from '../merchant/merchant-context.ts'
import { isDeclined, useDecline } from './decline.ts'
import { InvitationAnswer } from './invitation.tsx'
import { useOfferChanges } from './offer-changes.ts'
import type { OfferChanges } from './offer-changes.ts'
import { OfferBadge, OfferBody, OfferWhen } from './offer-facts.tsx'
import { groupOf, isOver, isOwn } from './offer-groups.ts'
import { Partners } from './partners.tsx'
import type { OwnOffer } from './offers.queries.ts'

type ViewProps = { offer: OwnOffer; changes: OfferChanges }

const Standing: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers')
  const past = () => isOver(props.offer, dayInBerlin(new Date()))
  const texts = () => ({ draft: words.view.draftText, pending: words.view.pendingText, published: words.view.publishedText, taken_down: '' })
  return (
    <Switch fallback={<p>{texts()[props.offer.state]}</p>}>
      <Match when={props.offer.officeReason}>
        {reason => (
          <Notice tone="warning" title={words.reasonTitle}>
            <p class="keep-lines">{reason()}</p>
            <p>{words.reasonDo}</p>
          </Notice>
        )}
      </Match>
      <Match when={past()}><p>{words.view.overText}</p></Match>
    </Switch>
  )
}

/** A shop without a live page is led to it; everything else is said as it is. */
const Refused: Component<{ error: unknown }> = props => {
  const words = useTexts('offers').view
  const { base } = useApp()
  const { found } = useMerchant()
  return (
    <Show when={problemOf(props.error).code === 'listing.not_published'} fallback={<ProblemNotice problem={problemOf(props.error)} />}>
      <Notice tone="warning" title={words.noPageTitle} live>
        <p>{words.noPageText}</p>
        <LinkButton variant="secondary" href={`${base}/mein-betrieb/${found().merchant.id}/eintrag`}>{words.toPage}</LinkButton>
      </Notice>
    </Show>
  )
}

const useMoves = (props: ViewProps) => {
  const texts = useTexts()
  const words = useTexts('offers').view
  const toasts = useToasts()
  const submit = (): void => {
    const onSuccess = ({ id, state }: OwnOffer): void => {
      const undo = { label: texts.common.undo, onUndo: () => props.changes.withdraw.mutate(id) }
      toasts.show(state === 'published' ? { message: words.publishedNow, ...brief } : { message: words.pendingNow, undo })
      focusHeading()
    }
    props.changes.submit.mutate(props.offer.id, { onSuccess })
  }
  const withdraw = (): void => {
    const undo = { label: texts.common.undo, onUndo: submit }
    const onSuccess = (): void => {
      toasts.show({ message: words.withdrawn, undo })
      focusHeading()
    }
    props.changes.withdraw.mutate(props.offer.id, { onSuccess })
  }
  return { submit, withdraw }
}

const Actions: Component<ViewProps> = props => {
  const words = useTexts('offers').view
  const { base } = useApp()
  const moves = useMoves(props)
  const isReturned = () => groupOf(props.offer, props.changes.merchantId) === 'returned'
  const isOut = () => props.offer.state === 'pending' || props.offer.state === 'published'
  const past = () => isOver(props.offer, dayInBerlin(new Date()))
  const failure = () => [props.changes.submit, props.changes.withdraw].find(one => one.isError)?.error
  const isBusy = () => props.changes.submit.isPending || props.changes.withdraw.isPending
  return (
    <>
      <Show when={failure()}>{error => <Refused error={error()} />}</Show>
      <div class="row no-print">
        <Show when={!isOut() && !past() && !isReturned()}><Button busy={isBusy()} onClick={moves.submit}>{words.submit}</Button></Show>
        <LinkButton variant={isReturned() ? 'primary' : 'secondary'} icon="pencil" href={`${base}/mein-betrieb/${props.changes.merchantId}/angebote?angebot=${props.offer.id}&aendern=1`}>
          {words.edit}
        </LinkButton>
        <Show when={!past() && isReturned()}><Button variant="secondary" busy={isBusy()} onClick={moves.submit}>{words.resubmit}</Button></Show>
        <Show when={isOut()}>
          <Button variant="secondary" icon="undo" busy={isBusy()} onClick={moves.withdraw}>{words.withdraw}</Button>
        </Show>
      </div>
      <Show when={props.offer.state === 'published' && !past()}>
        <p><a rel="external" href={`${base}/angebote/${props.offer.id}`}>{words.publicLink}</a></p>
      </Show>
    </>
  )
}

/** What another business has made: this one may only say whether it takes part. */
const OthersOffer: Component<ViewProps> = props => {
  const words = useTexts('offers').invitation
  const decline = useDecline(props.changes.merchantId)
  const hasJoined = () => groupOf(props.offer, props.changes.merchantId) === 'joined'
  return (
    <Show when={!isDeclined(props.offer.id)} fallback={<p role="status">{hasJoined() ? words.left : words.declined}</p>}>
      <Show when={hasJoined()} fallback={<><p>{words.text(props.offer.ownerName)}</p><InvitationAnswer offer={props.offer} /></>}>
        <div class="row">
          <Button variant="secondary" aria-label={words.leaveNamed(props.offer.content.title)} onClick={() => decline(props.offer.id, words.left)}>{words.leave}</Button>
        </div>
      </Show>
    </Show>
  )
}

const KnownOffer: Component<{ offer: OwnOffer }> = props => {
  const words = useTexts('offers')
  const changes = useOfferChanges()
  const own = () => isOwn(props.offer, changes.merchantId)
  usePage(() => props.offer.content.title)
  return (
    <>
      <h1>{props.offer.content.title}</h1>
      <p class="row badges">
        <Show when={own()} fallback={<span class="small">{words.by(props.offer.ownerName)}</span>}><OfferBadge offer={props.offer} /></Show>
      </p>
      <Show when={own()}><Standing offer={props.offer} /></Show>
      <Card eyebrow={<OfferWhen content={props.offer.content} />}><OfferBody content={props.offer.content} /></Card>
      <Show when={own()} fallback={<OthersOffer offer={props.offer} changes={changes} />}>
        <Actions offer={props.offer} changes={changes} />
        <Partners offer={props.offer} changes={changes} />
      </Show>
    </>
  )
}

const UnknownOffer: Component = () => {
  const words = useTexts('offers')
  usePage(() => words.unknownTitle)
  return (
    <>
      <h1>{words.unknownTitle}</h1>
      <p>{words.unknown}</p>
    </>
  )
}

/** One offer as everybody will read it, with what may be done about it. */
export const OfferView: Component<{ offers: readonly OwnOffer[]; offerId: string }> = props => {
  const words = useTexts('offers')
  const { base } = useApp()
  const { found } = useMerchant()
  return (
    <>
      <BackLink href={`${base}/mein-betrieb/${found().merchant.id}/angebote`}>{words.back}</BackLink>
      <Show when={props.offers.find(({ id }) => id === props.offerId)} fallback={<UnknownOffer />}>{offer => <KnownOffer offer={offer()} />}</Show>
    </>
  )
}
