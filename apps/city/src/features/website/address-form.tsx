import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { ErrorSummary } from '@digitallotsen/ui/error-summary.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'

type AddressFormProps = {
  address: string
  label: string
  busy: boolean
  error: unknown
  /** What a refusal for too many audits is called. */
  tooOften: string
  onSubmit: (address: string) => void
}

const malformed = 'website.address_malformed'
const hintOfSite = /^\S{4,300}$/

const Refusal: Component<{ error: unknown; tooOften: string }> = props => {
  const words = useTexts('website').form
  const problem = () => problemOf(props.error)
  const minutes = () => Math.max(1, Math.ceil((problem().retryAfter ?? 60) / 60))
  return (
    <Show when={problem().code === 'rate.limited'} fallback={<ProblemNotice problem={problem()} />}>
      <Notice tone="warning" title={props.tooOften} live>
        <p>{words.later(minutes())}</p>
      </Notice>
    </Show>
  )
}

/** One address, and the button that has it checked. */
export const AddressForm: Component<AddressFormProps> = props => {
  const texts = useTexts()
  const words = useTexts('website').form
  const form = createForm({ address: props.address }, { address: value => (value.trim() === '' ? words.missing : hintOfSite.test(value.trim()) ? undefined : words.malformed) })
  const refusedAddress = () => props.error !== null && problemOf(props.error).code === malformed
  const errorText = () => form.errorOf('address') ?? (refusedAddress() ? words.malformed : undefined)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (props.busy || !form.check()) return
    props.onSubmit(form.values().address.trim())
  }
  return (
    <form class="flow no-print" noValidate onSubmit={submit}>
      <ErrorSummary title={texts.common.errorSummary} errors={form.problems()} />
      <Show when={props.error !== null && !refusedAddress()}>
        <Refusal error={props.error} tooOften={props.tooOften} />
      </Show>
      <TextInput
        name="address"
        inputMode="url"
        autocomplete="url"
        autocapitalize="none"
        spellcheck={false}
        maxLength={300}
        label={words.address}
        hint={words.hint}
        error={errorText()}
        value={form.values().address}
        onInput={event => form.set('address', event.currentTarget.value)}
      />
      <p class="small muted">{words.duration}</p>
      <Button type="submit" size="large" busy={props.busy}>{props.label}</Button>
    </form>
  )
}
