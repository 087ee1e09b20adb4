import { createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { newKey } from '../../lib/new-key.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { PlanChanges } from './plan-changes.ts'

/** Who does it, and until when. */
export const TaskPlanning: Component<{ task: Task; changes: PlanChanges }> = props => {
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const [owner, setOwner] = createSignal(props.task.owner ?? '')
  const [dueOn, setDueOn] = createSignal(props.task.dueOn ?? '')
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { change } = props.changes
    if (change.isPending) return
    const { id: taskId, owner: oldOwner, dueOn: oldDueOn } = props.task
    const name = owner().trim()
    const day = dueOn()
    try {
      if (name && name !== oldOwner) await change.mutateAsync({ taskId, change: { kind: 'assign', owner: name }, idempotencyKey: newKey() })
      if (day && day !== oldDueOn) await change.mutateAsync({ taskId, change: { kind: 'schedule', dueOn: day }, idempotencyKey: newKey() })
      toasts.show({ message: words.saved, ...brief })
    } catch {
      // The mutation holds the error, and TaskActions shows it.
    }
  }
  return (
    <section class="flow no-print">
      <h2>{words.whoWhen}</h2>
      <form class="flow" noValidate onSubmit={event => void save(event)}>
        <TextInput name="owner" width="m" maxLength={120} label={words.owner} hint={words.ownerHint} value={owner()} onInput={event => setOwner(event.currentTarget.value)} />
        <DateInput name="due-on" label={words.dueOn} value={dueOn()} onInput={event => setDueOn(event.currentTarget.value)} />
        <Button type="submit" variant="secondary" busy={props.changes.change.isPending}>{words.savePlan}</Button>
      </form>
    </section>
  )
}
