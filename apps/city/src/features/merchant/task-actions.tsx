import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { mostActive } from '@digitallotsen/domain/check/ranking.rules.ts'
import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, Task, TaskChange } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { PlanChanges } from './plan-changes.ts'

type Move = Extract<TaskChange, { kind: 'start' | 'finish' | 'reopen' | 'activate' }>['kind']

/** The steps a measure can take from where it stands. */
export const TaskActions: Component<{ task: Task; plan: Plan; changes: PlanChanges }> = props => {
  const texts = useTexts()
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const said: Readonly<Record<Move, string>> = { start: words.started, finish: words.finished, reopen: words.reopened, activate: words.activated }
  const isFull = () => props.plan.tasks.filter(({ state }) => isActive(state)).length >= mostActive
  const hasEvidence = () => props.task.evidence.length > 0
  const move = async (kind: Move): Promise<void> => {
    const taskId = props.task.id
    await props.changes.change.mutateAsync({ taskId, change: { kind } }).then(
      () => {
        const undo = { label: texts.common.undo, onUndo: () => props.changes.change.mutate({ taskId, change: { kind: 'reopen' } }) }
        toasts.show({ message: said[kind], ...(kind === 'finish' ? { undo } : {}) })
      },
      () => undefined,
    )
  }
  const action = (kind: Move, label: string, main = false) => (
    <Button variant={main ? 'primary' : 'secondary'} busy={props.changes.change.isPending} onClick={() => void move(kind)}>
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
        <Show when={isActive(props.task.state) && hasEvidence()}>{action('finish', words.finish, props.task.state === 'in_progress')}</Show>
      </div>
      <Show when={props.task.state === 'in_progress' && !hasEvidence()}>
        <p class="muted">{words.finishHint}</p>
      </Show>
    </div>
  )
}
