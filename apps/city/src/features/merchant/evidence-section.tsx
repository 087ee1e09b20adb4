import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Evidence, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AddText } from './add-text.tsx'
import type { PlanChanges } from './plan-changes.ts'
import { TaskFinish } from './task-actions.tsx'
import '../result/measures.css'

const AddPhoto = createSoonPart(async () => (await import('./add-photo.tsx')).AddPhoto)

const EvidenceItem: Component<{ evidence: Evidence; onRemove: () => void }> = props => {
  const words = useTexts('merchant').task
  const { locale } = useApp()
  const name = () => (props.evidence.body ?? props.evidence.alt ?? '').slice(0, 60)
  return (
    <li class="flow">
      <Show when={props.evidence.fileId} fallback={<p>{props.evidence.body}</p>}>
        {fileId => <img class="evidence-photo" src={`/files/${fileId()}`} alt={props.evidence.alt ?? ''} loading="lazy" />}
      </Show>
      <div class="row spread">
        <span class="small muted">{words.addedOn(formatDay(props.evidence.createdAt, locale))}</span>
        <Button variant="quiet" icon="trash" aria-label={words.removeNamed(name())} onClick={() => props.onRemove()}>{words.remove}</Button>
      </div>
    </li>
  )
}

/** What shows that a measure is done: the list, and the two ways to add to it. */
export const EvidenceSection: Component<{ task: Task; measure: Measure | undefined; changes: PlanChanges }> = props => {
  const texts = useTexts()
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const isOpen = () => props.task.state !== 'dropped'
  const failure = () => [props.changes.remove, props.changes.restore].find(one => one.isError)?.error
  const remove = (evidenceId: string): void => {
    const { remove: removal, restore } = props.changes
    const undo = { label: texts.common.undo, onUndo: () => restore.mutate(evidenceId) }
    removal.mutate(evidenceId, { onSuccess: () => void toasts.show({ message: words.removed, undo }) })
  }
  return (
    <section class="flow">
      <h2>{words.proofTitle}</h2>
      <Show when={props.measure}>{measure => <p>{words.proofHint(measure().proof.replace(/\.$/, ''))}</p>}</Show>
      <Show when={failure()}>{error => <ProblemNotice problem={problemOf(error())} />}</Show>
      <Show when={props.task.evidence.length > 0} fallback={<p class="muted">{words.proofNone}</p>}>
        <ul class="plain-list split">
          <For each={props.task.evidence}>{evidence => <EvidenceItem evidence={evidence} onRemove={() => remove(evidence.id)} />}</For>
        </ul>
      </Show>
      <TaskFinish task={props.task} changes={props.changes} />
      <Show when={isOpen()}>
        <div class="flow no-print">
          <AddText taskId={props.task.id} changes={props.changes} />
          <AddPhoto taskId={props.task.id} changes={props.changes} />
        </div>
      </Show>
    </section>
  )
}
