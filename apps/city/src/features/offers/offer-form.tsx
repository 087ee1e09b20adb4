import { useNavigate } from '@solidjs/router'
import { Show, createEffect, createSignal, on } from 'solid-js'
import type { Component } from 'solid-js'
import type { OfferKind } from '@digitallotsen/domain/listing/offer.schemas.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import type { Form } from '../../lib/forms.ts'
import { createRequestKey } from '../../lib/new-key.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice, problemText } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { readJson, writeJson } from '../../lib/storage.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useOfferChanges } from './offer-changes.ts'
import { checksFor, contentOf, emptyFields, fieldsOf, longest } from './offer-fields.ts'
import type { OfferFields } from './offer-fields.ts'
import type { OwnOffer } from './offers.queries.ts'
import './offers.css'

type Fields = Form<OfferFields>

/** What is typed lasts as long as this tab, until it is saved. */
const useKeptForm = (name: string, saved: OfferFields) => {
  const { tab } = useApp()
  const words = useTexts('offers').form
  const key = `dl:offer:${name}`
  const kept = readJson<OfferFields>(tab, key)
  const [isKept, setKept] = createSignal(kept !== undefined)
  const form: Fields = createForm({ ...saved, ...kept }, checksFor(words, dayInBerlin(new Date())))
  createEffect(on(form.values, values => void writeJson(tab, key, values), { defer: true }))
  const forget = (): void => {
    for (const [field, value] of Object.entries(saved)) form.set(field as keyof OfferFields, value)
    setKept(false)
    queueMicrotask(() => tab.removeItem(key))
  }
  return { form, isKept, forget }
}

const Words: Component<{ form: Fields }> = props => {
  const words = useTexts('offers').form
  return (
    <>
      <TextInput
        name="title"
        maxLength={longest.line}
        label={words.title}
        hint={words.titleHint}
        error={props.form.errorOf('title')}
        value={props.form.values().title}
        onInput={event => props.form.set('title', event.currentTarget.value)}
      />
      <TextArea
        name="text"
        maxLength={longest.paragraph}
        label={words.text}
        hint={words.textHint}
        error={props.form.errorOf('text')}
        value={props.form.values().text}
        onInput={event => props.form.set('text', event.currentTarget.value)}
      />
    </>
  )
}

const Days: Component<{ form: Fields }> = props => {
  const words = useTexts('offers').form
  return (
    <>
      <div class="pair">
        <DateInput
          name="startsOn"
          label={words.startsOn}
          error={props.form.errorOf('startsOn')}
          value={props.form.values().startsOn}
          onInput={event => props.form.set('startsOn', event.currentTarget.value)}
        />
        <DateInput
          name="endsOn"
          min={props.form.values().startsOn || undefined}
          label={words.endsOn}
          optional={words.endsOnOptional}
          error={props.form.errorOf('endsOn')}
          value={props.form.values().endsOn}
          onInput={event => props.form.set('endsOn', event.currentTarget.value)}
        />
      </div>
      <div class="pair">
        <TextInput name="startsAt" type="time" width="s" label={words.startsAt} optional={words.optional} value={props.form.values().startsAt} onInput={event => props.form.set('startsAt', event.currentTarget.value)} />
        <TextInput
          name="endsAt"
          type="time"
          width="s"
          label={words.endsAt}
          optional={words.optional}
          error={props.form.errorOf('endsAt')}
          value={props.form.values().endsAt}
          onInput={event => props.form.set('endsAt', event.currentTarget.value)}
        />
      </div>
    </>
  )
}

const More: Component<{ form: Fields }> = props => {
  const words = useTexts('offers').form
  return (
    <>
      <TextInput
        name="priceText"
        width="m"
        maxLength={longest.line}
        label={words.price}
        optional={words.optional}
        hint={words.priceHint}
        error={props.form.errorOf('priceText')}
        value={props.form.values().priceText}
        onInput={event => props.form.set('priceText', event.currentTarget.value)}
      />
      <TextInput
        name="venue"
        width="m"
        maxLength={longest.line}
        label={words.venue}
        optional={words.optional}
        hint={words.venueHint}
        error={props.form.errorOf('venue')}
        value={props.form.values().venue}
        onInput={event => props.form.set('venue', event.currentTarget.value)}
      />
    </>
  )
}

const Kind: Component<{ form: Fields }> = props => {
  const words = useTexts('offers').form
  return (
    <RadioCards
      legend={words.kind}
      name="kind"
      layout="row"
      options={[{ value: 'offer', label: words.offer, hint: words.offerHint }, { value: 'event', label: words.event, hint: words.eventHint }]}
      value={props.form.values().kind}
      onChange={kind => props.form.set('kind', kind)}
    />
  )
}

/** Saves once per wish, shows at the fields what was refused, and then shows the offer. */
const useSaving = (props: { offer?: OwnOffer | undefined }, form: Fields, forget: () => void) => {
  const texts = useTexts()
  const words = useTexts('offers').form
  const toasts = useToasts()
  const navigate = useNavigate()
  const changes = useOfferChanges()
  const request = createRequestKey()
  const saving = () => (props.offer ? changes.change : changes.create)
  const onError = (error: unknown): void => {
    const problem = problemOf(error)
    if (problem.code === 'offer.ended') form.refuse([{ path: 'endsOn', message: '' }], () => problemText(problem, texts))
    else if (problem.issues.length > 0) form.refuse(problem.issues, () => problemText(problem, texts))
  }
  const save = (): void => {
    if (saving().isPending || !form.check()) return
    const before = props.offer?.state
    const onSuccess = ({ id, state }: OwnOffer): void => {
      request.renew()
      forget()
      toasts.show({ message: before === 'published' && state === 'pending' ? words.savedPending : words.saved, ...brief })
      navigate(`/mein-betrieb/${changes.merchantId}/angebote?angebot=${id}`)
    }
    const content = contentOf(form.values())
    if (props.offer) changes.change.mutate({ offerId: props.offer.id, content }, { onSuccess, onError })
    else changes.create.mutate({ content, idempotencyKey: request.keyOf(content) }, { onSuccess, onError })
  }
  const failure = () => (saving().isError && form.problems().length === 0 ? problemOf(saving().error) : undefined)
  return { save, failure, isPending: () => saving().isPending, home: () => `/mein-betrieb/${changes.merchantId}/angebote` }
}

/** A new offer, or one to change; what is typed stays through a reload. */
export const OfferForm: Component<{ offer?: OwnOffer; kind: OfferKind }> = props => {
  const texts = useTexts()
  const words = useTexts('offers').form
  const { base } = useApp()
  const saved = props.offer ? fieldsOf(props.offer.content) : emptyFields(props.kind)
  const { form, isKept, forget } = useKeptForm(props.offer?.id ?? 'new', saved)
  const saving = useSaving(props, form, forget)
  const title = () => (props.offer ? words.changeTitle : words.newTitle)
  usePage(title)
  return (
    <form class="flow" noValidate onSubmit={event => {
      event.preventDefault()
      saving.save()
    }}>
      <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
      <h1>{title()}</h1>
      <Show when={isKept()}>
        <Notice title={words.keptTitle}>
          <p>{words.kept}</p>
          <Button variant="quiet" icon="trash" onClick={forget}>{words.forget}</Button>
        </Notice>
      </Show>
      <Kind form={form} />
      <Words form={form} />
      <Days form={form} />
      <More form={form} />
      <Show when={props.offer?.state === 'published'}><p class="small muted">{words.publishedHint}</p></Show>
      <Show when={saving.failure()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <div class="row">
        <Button type="submit" busy={saving.isPending()}>{words.save}</Button>
        <LinkButton variant="quiet" href={`${base}${saving.home()}${props.offer ? `?angebot=${props.offer.id}` : ''}`} onClick={forget}>{words.cancel}</LinkButton>
      </div>
    </form>
  )
}
