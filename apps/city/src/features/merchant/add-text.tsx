import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { createForm } from '../../lib/forms.ts'
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
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { addText } = props.changes
    if (addText.isPending || !form.check()) return
    await addText.mutateAsync({ taskId: props.taskId, body: form.values().body.trim() }).then(
      () => {
        form.set('body', '')
        toasts.show({ message: words.addedText, ...brief })
      },
      () => undefined,
    )
  }
  return (
    <form class="flow" noValidate onSubmit={event => void add(event)}>
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
