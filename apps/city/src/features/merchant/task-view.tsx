import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { EffortLine, MeasureDetails } from '../result/measure-card.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { findMeasure, taskTitle, useMerchant } from './merchant-context.ts'
import { usePlanChanges } from './plan-changes.ts'
import { TaskActions } from './task-actions.tsx'
import { TaskDrop } from './task-drop.tsx'
import { TaskBadge, TaskFacts } from './task-line.tsx'
import { TaskPlanning } from './task-planning.tsx'

const MeasureText: Component<{ measure: Measure }> = props => (
  <>
    <p class="lead">{props.measure.what}</p>
    <EffortLine measure={props.measure} />
  </>
)

const KnownTask: Component<{ task: Task; plan: Plan }> = props => {
  const words = useTexts('merchant').task
  const { catalogue } = useMerchant()
  const changes = usePlanChanges()
  const measure = () => findMeasure(catalogue(), props.task.measureId)
  const isRunning = () => props.task.state === 'open' || props.task.state === 'in_progress'
  const isOver = () => props.task.state === 'done' || props.task.state === 'dropped'
  usePage(() => taskTitle(catalogue(), props.task))
  return (
    <>
      <h1>{taskTitle(catalogue(), props.task)}</h1>
      <p class="row badges"><TaskBadge state={props.task.state} /> <TaskFacts task={props.task} /></p>
      <Show when={props.task.dropReason}>{reason => <p>{words.droppedBecause(reason())}</p>}</Show>
      <Show when={measure()}>{known => <MeasureText measure={known()} />}</Show>
      <TaskActions task={props.task} plan={props.plan} changes={changes} />
      <Show when={measure()}>{known => <MeasureDetails measure={known()} level={2} open={!isOver()} />}</Show>
      <EvidenceSection task={props.task} measure={measure()} changes={changes} />
      <Show when={isRunning()}>
        <TaskPlanning task={props.task} changes={changes} />
      </Show>
      <Show when={!isOver()}>
        <TaskDrop task={props.task} changes={changes} />
      </Show>
    </>
  )
}

const UnknownTask: Component = () => {
  const words = useTexts('merchant').task
  usePage(() => words.unknownTitle)
  return (
    <>
      <h1>{words.unknownTitle}</h1>
      <EmptyState title={words.unknownTitle} icon="list-check">{words.unknown}</EmptyState>
    </>
  )
}

/** One measure of the plan, to work on. */
export const TaskView: Component<{ plan: Plan; taskId: string }> = props => {
  const words = useTexts('merchant').task
  const { base } = useApp()
  const { found } = useMerchant()
  const task = () => props.plan.tasks.find(({ id }) => id === props.taskId)
  return (
    <>
      <BackLink href={`${base}/mein-betrieb/${found().merchant.id}/plan`}>{words.back}</BackLink>
      <Show when={task()} fallback={<UnknownTask />}>{known => <KnownTask task={known()} plan={props.plan} />}</Show>
    </>
  )
}
