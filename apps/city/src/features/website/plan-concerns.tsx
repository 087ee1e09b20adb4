import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteAudit, WebsiteConcern } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { newKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { findMeasure, taskTitle, useMerchant } from '../merchant/merchant-context.ts'
import { merchantQuery, planQuery } from '../merchant/merchant.queries.ts'
import { TaskBadge } from '../merchant/task-line.tsx'
import { spokenIds } from './findings.rules.ts'
import { auditQuery } from './website.queries.ts'

export const concernAnchor = (measureId: string): string => `massnahme-${measureId}`

const useAddTask = (auditId: () => string) => {
  const { api } = useApp()
  const { found } = useMerchant()
  const words = useTexts('website').plan
  const toasts = useToasts()
  const client = useQueryClient()
  return useMutation(() => ({
    mutationFn: (measureId: string) => api.website.addTask.mutate({ auditId: auditId(), measureId, idempotencyKey: newKey() }),
    onSuccess: async plan => {
      const merchantId = found().merchant.id
      client.setQueryData(planQuery(api, merchantId).queryKey, plan)
      toasts.show({ message: words.added, ...brief })
      await Promise.all([auditQuery(api, auditId()).queryKey, merchantQuery(api, merchantId).queryKey].map(queryKey => client.invalidateQueries({ queryKey })))
    },
  }))
}

/** Where a finding stands in the plan: its task, or where it can be taken in. */
export const ConcernLink: Component<{ concern: WebsiteConcern }> = props => {
  const words = useTexts('website').plan
  const { base } = useApp()
  const { found, catalogue } = useMerchant()
  return (
    <Show
      when={props.concern.task}
      fallback={<>{words.notYet} <a href={`#${concernAnchor(props.concern.measureId)}`}>{words.toAdd}</a></>}
    >
      {task => <a href={`${base}/mein-betrieb/${found().merchant.id}/plan?aufgabe=${task().id}`}>{taskTitle(catalogue(), props.concern)}</a>}
    </Show>
  )
}

const ConcernLine: Component<{ concern: WebsiteConcern; busy: boolean; onAdd: () => void }> = props => {
  const words = useTexts('website').plan
  const { catalogue, plan } = useMerchant()
  const title = () => taskTitle(catalogue(), props.concern)
  return (
    <li id={concernAnchor(props.concern.measureId)}>
      <div class="task-line">
        <Show when={props.concern.task} fallback={<strong>{title()}</strong>}><ConcernLink concern={props.concern} /></Show>
        <p class="row task-facts">
          <Show when={props.concern.task}>{task => <TaskBadge state={task().state} />}</Show>
          <span class="small muted">{words.about(spokenIds(props.concern.checkIds))}</span>
        </p>
      </div>
      <Show
        when={props.concern.task}
        fallback={
          <>
            <Show when={findMeasure(catalogue(), props.concern.measureId)}>{measure => <p>{measure().what}</p>}</Show>
            <Show when={plan()}>
              <Button variant="secondary" icon="plus" busy={props.busy} aria-label={words.addNamed(title())} onClick={() => props.onAdd()}>{words.add}</Button>
            </Show>
          </>
        }
      >
        {task => <p class="small">{task().closesByAudit ? words.closes : words.keeps}</p>}
      </Show>
    </li>
  )
}

/** The measures that belong to what was found, each with its task, or with the way into the plan. */
export const PlanConcerns: Component<{ audit: WebsiteAudit; concerns: readonly WebsiteConcern[] }> = props => {
  const words = useTexts('website').plan
  const { base } = useApp()
  const { plan, found } = useMerchant()
  const adding = useAddTask(() => props.audit.id)
  return (
    <Show when={props.concerns.length > 0}>
      <section class="flow">
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        <Show when={!plan()}>
          <p>{words.noPlan}</p>
          <div class="no-print"><LinkButton variant="secondary" href={`${base}/mein-betrieb/${found().merchant.id}/check`}>{words.toCheck}</LinkButton></div>
        </Show>
        <Show when={adding.isError}><ProblemNotice problem={problemOf(adding.error)} /></Show>
        <ul class="plain-list split concerns">
          <For each={props.concerns}>{concern => <ConcernLine concern={concern} busy={adding.isPending} onAdd={() => adding.mutate(concern.measureId)} />}</For>
        </ul>
      </section>
    </Show>
  )
}
