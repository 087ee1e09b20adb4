import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show, onMount } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { formatDay } from '../../lib/dates.ts'
import { createLaterPart, createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { closeCheck, readRecord } from '../check/answer-store.ts'
import { useCatalogueQuery, resultQuery } from '../check/check.queries.ts'
import { countsOf } from '../check/questions.ts'
import { FieldScores } from './field-scores.tsx'
import { Musts } from './musts.tsx'
import { ExtendCall, KeepCall, KeepLink, ResultLinks } from './result-actions.tsx'
import type { Opened } from './result-actions.tsx'
import { Verdict } from './verdict.tsx'

const ComparisonSection = createLaterPart(async () => (await import('./comparison.tsx')).ComparisonSection)
const Measures = createSoonPart(async () => (await import('./measures.tsx')).Measures)
const SideNotes = createSoonPart(async () => (await import('./side-notes.tsx')).SideNotes)
const GivenAnswers = createSoonPart(async () => (await import('./given-answers.tsx')).GivenAnswers)

const ResultView: Component<{ found: Outputs['check']['result']; catalogue: CheckCatalogue; opened: Opened }> = props => {
  const words = useTexts('result')
  const { locale, shelf } = useApp()
  const title = () => words.titleOf[props.found.moment]
  const missing = () => countsOf(props.catalogue).full.questions - props.found.answers.length
  usePage(title)
  onMount(() => closeCheck(shelf, props.opened.assessmentId))
  return (
    <div class="columns">
      <div class="flow">
        <p class="eyebrow">{words.kind[props.found.kind]} {words.on(formatDay(props.found.submittedAt, locale))}</p>
        <h1>{title()}</h1>
        <Verdict result={props.found.result}>
          <Show when={props.found.merchantId === null}>
            <KeepLink opened={props.opened} />
          </Show>
        </Verdict>
        <Musts result={props.found.result} catalogue={props.catalogue} />
        <Show when={props.found.comparison}>{comparison => <ComparisonSection comparison={comparison()} catalogue={props.catalogue} />}</Show>
        <FieldScores catalogue={props.catalogue} result={props.found.result} />
        <Measures ranking={props.found.ranking} catalogue={props.catalogue} />
        <KeepCall opened={props.opened} merchantId={props.found.merchantId} />
        <Show when={props.found.kind === 'quick' && props.found.merchantId === null}>
          <ExtendCall opened={props.opened} missing={missing()} />
        </Show>
        <SideNotes ranking={props.found.ranking} catalogue={props.catalogue} />
        <GivenAnswers catalogue={props.catalogue} kind={props.found.kind} answers={props.found.answers} />
        <p class="small muted">{words.self} {words.legal}</p>
        <ResultLinks opened={props.opened} />
      </div>
      <ContactAside>
        <Show when={props.found.merchantId === null}>
          <div class="wide-only">
            <KeepLink opened={props.opened} />
          </div>
        </Show>
      </ContactAside>
    </div>
  )
}

const NoResult: Component<{ error: unknown; assessmentId: string; onRetry: () => void }> = props => {
  const words = useTexts('result')
  const { base } = useApp()
  const problem = () => problemOf(props.error)
  usePage(() => words.title)
  return (
    <div class="flow prose">
      <h1>{words.title}</h1>
      <Show when={problem().code === 'assessment.not_submitted'} fallback={<ProblemNotice problem={problem()} onRetry={props.onRetry} />}>
        <EmptyState title={words.notYetTitle} icon="list-check" action={<LinkButton href={`${base}/check/${props.assessmentId}`}>{words.continue}</LinkButton>}>
          {words.notYetText}
        </EmptyState>
      </Show>
    </div>
  )
}

export const ResultPage: Component = () => {
  const app = useApp()
  const params = useParams<{ assessmentId: string }>()
  const opened = (): Opened => {
    const key = readRecord(app.shelf, params.assessmentId)?.key
    return { assessmentId: params.assessmentId, ...(key ? { key } : {}) }
  }
  const catalogue = useCatalogueQuery()
  const result = useQuery(() => resultQuery(app.api, opened()))
  return (
    <Loaded query={result} failed={error => <NoResult error={error} assessmentId={params.assessmentId} onRetry={() => void result.refetch()} />}>
      {found => <Loaded query={catalogue}>{catalogued => <ResultView found={found()} catalogue={catalogued()} opened={opened()} />}</Loaded>}
    </Loaded>
  )
}
