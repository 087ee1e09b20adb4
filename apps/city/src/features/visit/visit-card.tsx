import { Match, Show, Switch, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { createLaterPart } from '../../lib/later-part.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useVisitChanges } from './visit-changes.ts'
import { slotText } from './visit-time.ts'
import type { CaseVisit } from './visit.queries.ts'
import './visit.css'

const ProposeForm = createLaterPart(async () => (await import('./propose-form.tsx')).ProposeForm)

type Changes = ReturnType<typeof useVisitChanges>
type Part = { visit: CaseVisit; changes: Changes }
const tones = { proposed: 'info', confirmed: 'success', cancelled: 'neutral', held: 'success', missed: 'warning' } as const

const Choose: Component<Part> = props => {
  const words = useTexts('visit')
  const toasts = useToasts()
  const { locale } = useApp()
  const slots = () => props.visit.offer?.slots ?? []
  const [chosen, setChosen] = createSignal<string>()
  const [missing, setMissing] = createSignal(false)
  const selected = () => chosen() ?? (slots().length === 1 ? slots()[0]?.startsAt : undefined)
  const confirm = async (): Promise<void> => {
    const startsAt = selected()
    setMissing(startsAt === undefined)
    if (startsAt === undefined) return
    try {
      await props.changes.confirm.mutateAsync({ visitId: props.visit.visitId, startsAt })
      toasts.show({ message: words.done.confirmed, ...brief })
    } catch {
      // The mutation holds the error, and the notice on the card shows it.
    }
  }
  return (
    <>
      <RadioCards
        legend={words.chooseLegend} name={`zeit-${props.visit.visitId}`} value={selected()} onChange={setChosen} error={missing() ? words.chooseFirst : undefined}
        options={slots().map(slot => ({ value: slot.startsAt, label: slotText(slot, props.visit.zone, words, locale) }))}
      />
      <p><Button icon="check" busy={props.changes.confirm.isPending} onClick={() => void confirm()}>{words.confirm}</Button></p>
    </>
  )
}

const Offered: Component<{ visit: CaseVisit }> = props => {
  const words = useTexts('visit')
  const { locale } = useApp()
  return (
    <Show when={props.visit.offer}>
      {offer => (
        <div>
          <p class="small muted">{words.offered[offer().by]}</p>
          <Show when={!props.visit.may.includes('confirm')}>
            <ul class="plain-list">{offer().slots.map(slot => <li>{slotText(slot, props.visit.zone, words, locale)}</li>)}</ul>
          </Show>
          <Show when={offer().note}>{note => <p class="keep-lines">{note()}</p>}</Show>
          <Show when={props.visit.agreed}><p class="small">{words.moving}</p></Show>
        </div>
      )}
    </Show>
  )
}

const CancelForm: Component<Part & { onClose: () => void }> = props => {
  const words = useTexts('visit')
  const toasts = useToasts()
  const [reason, setReason] = createSignal('')
  const cancel = async (): Promise<void> => {
    try {
      await props.changes.cancel.mutateAsync({ visitId: props.visit.visitId, reason: reason().trim() === '' ? null : reason().trim() })
      toasts.show({ message: words.done.cancelled, ...brief })
      props.onClose()
    } catch {
      // The mutation holds the error, and the notice on the card shows it.
    }
  }
  return (
    <div class="flow" role="group" aria-label={words.cancelTitle}>
      <p><strong>{words.cancelTitle}</strong> {words.cancelText}</p>
      <TextInput name={`grund-${props.visit.visitId}`} label={words.cancelReason} optional={words.form.optional} maxLength={120} value={reason()} onInput={event => setReason(event.currentTarget.value)} />
      <div class="row">
        <Button variant="danger" busy={props.changes.cancel.isPending} onClick={() => void cancel()}>{words.cancelNow}</Button>
        <Button variant="secondary" onClick={() => props.onClose()}>{words.keep}</Button>
      </div>
    </div>
  )
}

const Actions: Component<Part> = props => {
  const words = useTexts('visit')
  const [open, setOpen] = createSignal<'offer' | 'cancel'>()
  const may = (step: CaseVisit['may'][number]) => props.visit.may.includes(step)
  const close = (): void => void setOpen()
  return (
    <Switch
      fallback={
        <div class="row">
          <Show when={may('offer')}><Button variant="secondary" onClick={() => setOpen('offer')}>{words.offerOther}</Button></Show>
          <Show when={may('cancel')}><Button variant="quiet" onClick={() => setOpen('cancel')}>{words.cancel}</Button></Show>
          <Show when={may('miss')}><Button variant="secondary" busy={props.changes.miss.isPending} onClick={() => props.changes.miss.mutate(props.visit.visitId)}>{words.missed}</Button></Show>
        </div>
      }
    >
      <Match when={open() === 'offer'}><ProposeForm mentorshipId={props.visit.mentorshipId} visitId={props.visit.visitId} onDone={close} /></Match>
      <Match when={open() === 'cancel'}><CancelForm {...props} onClose={close} /></Match>
    </Switch>
  )
}

const failureOf = ({ confirm, cancel, miss }: Changes): unknown => [confirm, cancel, miss].find(({ isError }) => isError)?.error

/** One visit: when, where, what about, and what one may do with it. `named` also says with whom. */
export const VisitCard: Component<{ visit: CaseVisit; named?: boolean }> = props => {
  const words = useTexts('visit')
  const { base, locale } = useApp()
  const changes = useVisitChanges()
  const where = () => [words.places[props.visit.place], props.visit.placeNote].filter(Boolean).join(': ')
  const title = () => (props.visit.agreed ? slotText(props.visit.agreed, props.visit.zone, words, locale) : props.visit.purpose)
  return (
    <article class="card flow visit-card">
      <h3>{title()}</h3>
      <p class="row">
        <Badge tone={tones[props.visit.state]}>{words.states[props.visit.state]}</Badge>
        <Show when={props.visit.shortNotice}><Badge tone="warning">{words.shortNotice}</Badge></Show>
        <Show when={props.named}><a href={`${base}/lotse/faelle/${props.visit.mentorshipId}`}>{props.visit.merchantName}</a></Show>
      </p>
      <p>{[props.visit.agreed ? props.visit.purpose : undefined, where(), props.named ? undefined : props.visit.guideName].filter(Boolean).join(' · ')}</p>
      <Show when={props.visit.cancelledBy}>{by => <p>{[words.cancelledBy[by()], props.visit.cancelReason].filter(Boolean).join(': ')}</p>}</Show>
      <Offered visit={props.visit} />
      <Show when={props.visit.may.includes('confirm')}><Choose visit={props.visit} changes={changes} /></Show>
      <Show when={failureOf(changes)}>{error => <ProblemNotice problem={problemOf(error())} />}</Show>
      <Show when={props.visit.may.length > 0}><Actions visit={props.visit} changes={changes} /></Show>
    </article>
  )
}
