import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { createForm } from '../../lib/forms.ts'
import { createRequestKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { PlanChanges } from './plan-changes.ts'

const longest = 2000

export const AddText: Component<{ taskId: string; changes: PlanChanges }> = props => {
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const form = createForm({ body: '' }, { body: value => (value.trim() === '' ? words.addTextError : undefined) })
  const request = createRequestKey()
  const add = (event: SubmitEvent): void => {
    event.preventDefault()
    const { addText } = props.changes
    if (addText.isPending || !form.check()) return
    const input = { taskId: props.taskId, body: form.values().body.trim() }
    const onSuccess = (): void => {
      request.renew()
      form.set('body', '')
      toasts.show({ message: words.addedText, ...brief })
    }
    addText.mutate({ ...input, idempotencyKey: request.keyOf(input) }, { onSuccess })
  }
  return (
    <form class="flow" noValidate onSubmit={add}>
      <TextArea
        name="body"
        maxLength={longest}
        label={words.addText}
        hint={words.addTextHint}
        error={form.errorOf('body')}
        value={form.values().body}
        onInput={event => form.set('body', event.currentTarget.value)}
      />
      <Show when={props.changes.addText.isError}>
        <ProblemNotice problem={problemOf(props.changes.addText.error)} />
      </Show>
      <Button type="submit" variant="secondary" busy={props.changes.addText.isPending}>{words.addTextSubmit}</Button>
    </form>
  )
}
