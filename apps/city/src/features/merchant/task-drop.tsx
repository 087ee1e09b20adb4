import type { Component } from 'solid-js'
import type { Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { createForm } from '../../lib/forms.ts'
import { newKey } from '../../lib/new-key.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { PlanChanges } from './plan-changes.ts'

/** Leaving a measure out needs a reason and no confirmation: it can be taken back for ten seconds, and reopened later. */
export const TaskDrop: Component<{ task: Task; changes: PlanChanges }> = props => {
  const texts = useTexts()
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const form = createForm({ reason: '' }, { reason: value => (value.trim() === '' ? words.dropReasonError : undefined) })
  const drop = (event: SubmitEvent): void => {
    event.preventDefault()
    const { change } = props.changes
    if (change.isPending || !form.check()) return
    const taskId = props.task.id
    const undo = { label: texts.common.undo, onUndo: () => change.mutate({ taskId, change: { kind: 'reopen' }, idempotencyKey: newKey() }) }
    const onSuccess = (): void => void toasts.show({ message: words.dropped, undo })
    change.mutate({ taskId, change: { kind: 'drop', reason: form.values().reason.trim() }, idempotencyKey: newKey() }, { onSuccess })
  }
  return (
    <div class="no-print">
      <Details summary={words.drop}>
        <form class="flow" noValidate onSubmit={drop}>
          <p>{words.dropText}</p>
          <TextArea name="reason" label={words.dropReason} error={form.errorOf('reason')} value={form.values().reason} onInput={event => form.set('reason', event.currentTarget.value)} />
          <Button type="submit" variant="danger" busy={props.changes.change.isPending}>{words.drop}</Button>
        </form>
      </Details>
    </div>
  )
}
