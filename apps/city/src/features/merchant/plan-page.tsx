import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import type { Plan } from '@digitallotsen/domain/plan/task.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createLaterPart } from '../../lib/later-part.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { PrintLinks } from '../result/print-links.tsx'
import { useMerchant } from './merchant-context.ts'
import { PlanView } from './plan-view.tsx'

const TaskView = createLaterPart(async () => (await import('./task-view.tsx')).TaskView)

const PlanList: Component<{ plan: Plan }> = props => {
  const words = useTexts('merchant').plan
  const { base } = useApp()
  const { found, catalogue } = useMerchant()
  const home = () => `${base}/mein-betrieb/${found().merchant.id}`
  const done = () => props.plan.tasks.filter(({ state }) => state === 'done').length
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow">{found().merchant.name}</p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(done(), props.plan.tasks.length)}</p>
      <PlanView plan={props.plan} catalogue={catalogue()} hrefOf={task => `${home()}/plan?aufgabe=${task.id}`} />
      <p class="small muted">{words.self}</p>
      <PrintLinks pdf={`/pdf/plan/${found().merchant.id}`} />
    </>
  )
}

export const NoPlan: Component = () => {
  const words = useTexts('merchant')
  const { base } = useApp()
  const { found } = useMerchant()
  usePage(() => words.plan.title)
  return (
    <>
      <h1>{words.plan.title}</h1>
      <EmptyState title={words.overview.noPlanTitle} icon="list-check" action={<LinkButton href={`${base}/mein-betrieb/${found().merchant.id}/check`}>{words.toCheck}</LinkButton>}>
        {words.overview.noPlanText}
      </EmptyState>
    </>
  )
}

/** The plan, or with `?aufgabe=` one of its measures. */
export const PlanPage: Component = () => {
  const { plan } = useMerchant()
  const [search] = useSearchParams<{ aufgabe?: string }>()
  return (
    <div class="columns">
      <div class="flow">
        <Show when={plan()} fallback={<NoPlan />}>
          {known => (
            <Switch fallback={<PlanList plan={known()} />}>
              <Match when={search.aufgabe} keyed>{taskId => <TaskView plan={known()} taskId={taskId} />}</Match>
            </Switch>
          )}
        </Show>
      </div>
      <ContactAside />
    </div>
  )
}
