import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Task, TaskState } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin, formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { taskTitle } from './merchant-context.ts'
import '../result/measures.css'

const looks: Readonly<Record<TaskState, { tone: Tone; icon: IconName | undefined }>> = {
  queued: { tone: 'neutral', icon: 'clock' },
  open: { tone: 'info', icon: undefined },
  in_progress: { tone: 'accent', icon: 'pencil' },
  done: { tone: 'success', icon: 'check' },
  dropped: { tone: 'neutral', icon: 'cross' },
}

export const TaskBadge: Component<{ state: TaskState }> = props => {
  const words = useTexts('merchant').plan
  return (
    <Badge tone={looks[props.state].tone} icon={looks[props.state].icon}>
      {words.states[props.state]}
    </Badge>
  )
}

/** Who, until when, and with how much evidence, on one line. */
export const TaskFacts: Component<{ task: Task }> = props => {
  const words = useTexts('merchant').plan
  const { locale } = useApp()
  const due = () => {
    const { dueOn, state } = props.task
    if (!dueOn || state === 'done' || state === 'dropped') return undefined
    return (dueOn < dayInBerlin(new Date()) ? words.overdue : words.due)(formatDay(dueOn, locale))
  }
  const facts = () => [
    props.task.finishedAt ? words.doneOn(formatDay(props.task.finishedAt, locale)) : undefined,
    due(),
    props.task.owner ? words.owner(props.task.owner) : undefined,
    props.task.evidence.length > 0 ? words.evidenceCount(props.task.evidence.length) : undefined,
  ]
  return (
    <Show when={facts().some(Boolean)}>
      <span class="small muted">{facts().filter(Boolean).join(' · ')}</span>
    </Show>
  )
}

/** One measure of the plan as a line: its title leads to it where the reader may work on it. */
export const TaskLine: Component<{ task: Task; catalogue: CheckCatalogue; href?: string }> = props => (
  <li class="numbered">
    <span class="number">{props.task.rank}</span>
    <div class="task-line">
      <Show when={props.href} fallback={<strong>{taskTitle(props.catalogue, props.task)}</strong>}>
        {href => <a class="task-link" href={href()}>{taskTitle(props.catalogue, props.task)}</a>}
      </Show>
      <p class="row task-facts"><TaskBadge state={props.task.state} /> <TaskFacts task={props.task} /></p>
      <Show when={props.task.dropReason}>{reason => <p class="small muted">{reason()}</p>}</Show>
    </div>
  </li>
)
