import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { mostActive } from '@digitallotsen/domain/check/ranking.rules.ts'
import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, Task, TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { newKey } from '../../lib/new-key.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { PlanChanges } from './plan-changes.ts'

type Move = Extract<TaskChange, { kind: 'start' | 'finish' | 'reopen' | 'activate' }>['kind']

const useMove = (props: { task: Task; changes: PlanChanges }) => {
  const texts = useTexts()
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const said: Readonly<Record<Move, string>> = { start: words.started, finish: words.finished, reopen: words.reopened, activate: words.activated }
  return (kind: Move): void => {
    const { change } = props.changes
    const taskId = props.task.id
    const takeBack = { undo: { label: texts.common.undo, onUndo: () => change.mutate({ taskId, change: { kind: 'reopen' as const }, idempotencyKey: newKey() }) } }
    const onSuccess = (): void => void toasts.show({ message: said[kind], ...(kind === 'finish' ? takeBack : brief) })
    change.mutate({ taskId, change: { kind }, idempotencyKey: newKey() }, { onSuccess })
  }
}

/** The steps a measure can take from where it stands. */
export const TaskActions: Component<{ task: Task; plan: Plan; changes: PlanChanges }> = props => {
  const words = useTexts('merchant').task
  const move = useMove(props)
  const isFull = () => props.plan.tasks.filter(({ state }) => isActive(state)).length >= mostActive
  const action = (kind: Move, label: string, main = false) => (
    <Button variant={main ? 'primary' : 'secondary'} busy={props.changes.change.isPending} onClick={() => move(kind)}>
      {label}
    </Button>
  )
  return (
    <div class="flow no-print">
      <Show when={props.changes.change.isError}>
        <ProblemNotice problem={problemOf(props.changes.change.error)} />
      </Show>
      <div class="row">
        <Switch>
          <Match when={props.task.state === 'open'}>{action('start', words.start, true)}</Match>
          <Match when={props.task.state === 'queued' && !isFull()}>{action('activate', words.activate, true)}</Match>
          <Match when={props.task.state === 'queued'}><p class="muted">{words.activateFull}</p></Match>
          <Match when={props.task.state === 'done' || props.task.state === 'dropped'}>{action('reopen', words.reopen)}</Match>
        </Switch>
      </div>
    </div>
  )
}

/** Reporting a measure as done, once something shows it; it can be taken back for ten seconds, and reopened later. */
export const TaskFinish: Component<{ task: Task; changes: PlanChanges }> = props => {
  const words = useTexts('merchant').task
  const move = useMove(props)
  return (
    <Show when={isActive(props.task.state)}>
      <div class="no-print">
        <Show when={props.task.evidence.length > 0} fallback={<p class="muted">{words.finishHint}</p>}>
          <Button icon="check" busy={props.changes.change.isPending} onClick={() => move('finish')}>{words.finish}</Button>
        </Show>
      </div>
    </Show>
  )
}
