import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { taskTitle } from './merchant-context.ts'
import { listsOf } from './plan-lists.ts'
import { TaskLine } from './task-line.tsx'

type PlanViewProps = { plan: Plan; catalogue: CheckCatalogue; hrefOf?: (task: Task) => string; level?: 2 | 3 }

const Group: Component<PlanViewProps & { title: string; text?: string; tasks: readonly Task[] }> = props => (
  <Show when={props.tasks.length > 0}>
    <section class="flow">
      <Heading level={props.level ?? 2}>{props.title}</Heading>
      <Show when={props.text}>
        <p>{props.text}</p>
      </Show>
      <ol class="plain-list split">
        <For each={props.tasks}>{task => <TaskLine task={task} catalogue={props.catalogue} {...(props.hrefOf ? { href: props.hrefOf(task) } : {})} />}</For>
      </ol>
    </section>
  </Show>
)

/** What earlier plans have brought to an end, so that a new one does not begin at nothing. */
const DoneBefore: Component<{ plan: Plan; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('merchant').plan
  const { locale } = useApp()
  return (
    <Show when={props.plan.doneBefore.length > 0}>
      <details>
        <summary>{words.doneBefore(props.plan.doneBefore.length)}</summary>
        <ul class="plain-list split">
          <For each={props.plan.doneBefore}>
            {measure => (
              <li>
                {taskTitle(props.catalogue, measure)} <span class="muted">{words.doneOn(formatDay(measure.finishedAt, locale))}</span>
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}

/** A whole plan by state: now, next, done, left out. */
export const PlanView: Component<PlanViewProps> = props => {
  const words = useTexts('merchant').plan
  const lists = () => listsOf(props.plan)
  return (
    <>
      <Show when={lists().active.length > 0} fallback={<p>{words.noneActive}</p>}>
        <Group {...props} title={words.active} tasks={lists().active} />
      </Show>
      <Group {...props} title={words.queued} text={words.queuedText} tasks={lists().queued} />
      <Group {...props} title={words.done} tasks={lists().done} />
      <Group {...props} title={words.dropped} tasks={lists().dropped} />
      <DoneBefore plan={props.plan} catalogue={props.catalogue} />
    </>
  )
}
