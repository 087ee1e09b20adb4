import { useQuery } from '@tanstack/solid-query'
import { For, Show, createSignal, onCleanup } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { fieldId } from '@digitallotsen/ui/field.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { Outputs } from '../../lib/trpc.ts'
import type { OfferChanges } from './offer-changes.ts'
import { partnersQuery } from './offers.queries.ts'

type Suggestion = Outputs['offer']['partners'][number]

const typingPause = 300
const shortest = 2

const Suggested: Component<{ found: readonly Suggestion[]; busy: boolean; onInvite: (one: Suggestion) => void }> = props => {
  const words = useTexts('offers').partners
  const { districts } = useApp().city
  const placeOf = ({ street, districtId }: Suggestion) => [street, districts.find(({ id }) => id === districtId)?.name].filter(Boolean).join(', ')
  return (
    <ul class="plain-list split">
      <For each={props.found}>
        {one => (
          <li class="partner">
            <span>
              {one.name}
              <Show when={placeOf(one)}>{place => <span class="where small muted">{place()}</span>}</Show>
            </span>
            <Button variant="secondary" icon="plus" aria-label={words.inviteNamed(one.name)} busy={props.busy} onClick={() => props.onInvite(one)}>{words.invite}</Button>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Finds businesses of the directory while one types, near spellings and trades included. */
export const PartnerSearch: Component<{ offerId: string; changes: OfferChanges }> = props => {
  const words = useTexts('offers').partners
  const { api } = useApp()
  const toasts = useToasts()
  const [typed, setTyped] = createSignal('')
  const [term, setTerm] = createSignal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const type = (text: string): void => {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => setTerm(text.trim()), typingPause)
  }
  const isAsked = () => term().length >= shortest
  const suggestions = useQuery(() => ({
    ...partnersQuery(api, { offerId: props.offerId, search: term() }),
    enabled: isAsked(),
    placeholderData: (previous: Suggestion[] | undefined) => previous,
  }))
  const found = () => (isAsked() && suggestions.isSuccess ? suggestions.data : undefined)
  const invite = ({ slug, name }: Suggestion): void => {
    const onSuccess = (): void => {
      toasts.show({ message: words.invited(name), ...brief })
      document.getElementById(fieldId('partner'))?.focus()
    }
    props.changes.invite.mutate({ offerId: props.offerId, slug }, { onSuccess })
  }
  return (
    <form role="search" class="flow" onSubmit={event => {
      event.preventDefault()
      clearTimeout(timer)
      setTerm(typed().trim())
    }}>
      <TextInput name="partner" type="search" width="m" maxLength={120} autocomplete="off" label={words.search} hint={words.searchHint} value={typed()} onInput={event => type(event.currentTarget.value)} />
      <Show when={isAsked() && suggestions.isError}>
        <ProblemNotice problem={problemOf(suggestions.error)} onRetry={() => void suggestions.refetch()} />
      </Show>
      <p role="status" class="muted">
        {found() === undefined ? '' : found()?.length === 0 ? words.nothing : words.found(found()?.length ?? 0)}
      </p>
      <Show when={found()}>{list => <Suggested found={list()} busy={props.changes.invite.isPending} onInvite={invite} />}</Show>
    </form>
  )
}
