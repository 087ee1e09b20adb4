import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Evidence, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AddText } from './add-text.tsx'
import { useMerchant } from './merchant-context.ts'
import type { PlanChanges } from './plan-changes.ts'
import { TaskFinish } from './task-actions.tsx'
import '../result/measures.css'

const AddPhoto = createSoonPart(async () => (await import('./add-photo.tsx')).AddPhoto)

/** What an audit of the website has shown; nobody takes it away. */
const AuditEvidence: Component<{ body: string | null; auditId: string; createdAt: string }> = props => {
  const words = useTexts('merchant').task
  const { base, locale } = useApp()
  const { found } = useMerchant()
  return (
    <li class="flow">
      <p><Badge tone="success" icon="check-circle">{words.audited}</Badge></p>
      <Show when={props.body}>{body => <p lang="de">{body()}</p>}</Show>
      <div class="row spread">
        <span class="small muted">{words.addedOn(formatDay(props.createdAt, locale))}</span>
        <a class="linkish no-print" href={`${base}/mein-betrieb/${found().merchant.id}/website/${props.auditId}`}>{words.toAudit}</a>
      </div>
    </li>
  )
}

const OwnEvidence: Component<{ evidence: Evidence; onRemove: () => void }> = props => {
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

const EvidenceItem: Component<{ evidence: Evidence; onRemove: () => void }> = props => (
  <Show when={props.evidence.auditId} fallback={<OwnEvidence {...props} />}>
    {auditId => <AuditEvidence body={props.evidence.body} auditId={auditId()} createdAt={props.evidence.createdAt} />}
  </Show>
)

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
