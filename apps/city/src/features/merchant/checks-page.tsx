import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createSoonPart } from '../../lib/later-part.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { countsOf } from '../check/questions.ts'
import { useStart } from '../check/use-start.ts'
import { CheckTable } from './check-table.tsx'
import { useMerchant } from './merchant-context.ts'

const MeasuredLevels = createSoonPart(async () => (await import('../website/measured-levels.tsx')).MeasuredLevels)

const Repeat: Component = () => {
  const words = useTexts('merchant').checks
  const { api } = useApp()
  const { found, catalogue } = useMerchant()
  const full = () => countsOf(catalogue()).full
  const moment = () => (found().assessments.some(({ moment }) => moment === 'T1') ? 'T2' : 'T1')
  const start = useStart(async idempotencyKey => ({
    ...(await api.check.startFollowUp.mutate({ merchantId: found().merchant.id, idempotencyKey })),
    key: null,
    kind: 'full',
    moment: moment(),
  }))
  return (
    <>
      <p>{words.repeatText(full().questions, full().minutes)}</p>
      <Show when={start.isError}>
        <ProblemNotice problem={problemOf(start.error)} />
      </Show>
      <Button busy={start.isPending} onClick={() => start.mutate()}>{words.repeat}</Button>
    </>
  )
}

export const ChecksPage: Component = () => {
  const words = useTexts('merchant').checks
  const { base, features } = useApp()
  const { found } = useMerchant()
  usePage(() => words.title)
  return (
    <div class="columns">
      <div class="flow">
        <p class="eyebrow">{found().merchant.name}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Show when={found().openAssessmentId} fallback={<Repeat />}>
          {assessmentId => (
            <>
              <p>{words.continueText}</p>
              <LinkButton href={`${base}/check/${assessmentId()}`}>{words.continue}</LinkButton>
            </>
          )}
        </Show>
        <div class="flow-far">
          <CheckTable assessments={found().assessments} empty={<EmptyState title={words.noneTitle} icon="chart">{words.noneText}</EmptyState>} />
        </div>
        <Show when={features.websiteCheck}><MeasuredLevels /></Show>
      </div>
      <ContactAside />
    </div>
  )
}
