import { useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import type { QuickAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createLaterPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { AuditFailureView } from './audit-failure.tsx'
import { AuditProgressView } from './audit-progress.tsx'
import { isUnderway } from './audit-state.rules.ts'
import { PageLink } from './finding-places.tsx'
import { quickQuery } from './website.queries.ts'

const QuickReport = createLaterPart(async () => (await import('./quick-report.tsx')).QuickReport)
const QuickForm = createLaterPart(async () => (await import('./quick-page.tsx')).QuickForm)

const Underway: Component<{ audit: QuickAudit }> = props => {
  const words = useTexts('website').progress
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow"><PageLink page={props.audit.address} /></p>
      <h1>{words.title}</h1>
      <AuditProgressView progress={props.audit.progress} leave={words.leaveQuick} />
    </>
  )
}

const Failed: Component<{ audit: QuickAudit }> = props => {
  const words = useTexts('website').failed
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow"><PageLink page={props.audit.address} /></p>
      <h1>{words.title}</h1>
      <Show when={props.audit.failure}>{failure => <AuditFailureView failure={failure()} />}</Show>
      <QuickForm address={props.audit.address} />
    </>
  )
}

const Gone: Component<{ error: unknown; onRetry: () => void }> = props => {
  const words = useTexts('website').quick
  const { base } = useApp()
  usePage(() => words.title)
  return (
    <>
      <h1>{words.title}</h1>
      <Show when={problemOf(props.error).code === 'website.audit_not_found'} fallback={<ProblemNotice problem={problemOf(props.error)} onRetry={props.onRetry} />}>
        <EmptyState title={words.goneTitle} icon="globe" action={<LinkButton href={`${base}/website-check`}>{words.another}</LinkButton>}>{words.gone}</EmptyState>
      </Show>
    </>
  )
}

const Result: Component<{ ticket: string }> = props => {
  const { api } = useApp()
  const audit = useQuery(() => ({ ...quickQuery(api, props.ticket), reconcile: 'id' }))
  return (
    <Loaded query={audit} failed={error => <Gone error={error} onRetry={() => void audit.refetch()} />}>
      {loaded => (
        <Switch>
          <Match when={isUnderway(loaded().state)}><Underway audit={loaded()} /></Match>
          <Match when={loaded().state === 'failed'}><Failed audit={loaded()} /></Match>
          <Match when={loaded().report}>
            {report => <Show when={loaded().score}>{score => <QuickReport audit={loaded()} report={report()} score={score()} />}</Show>}
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}

/** What the Schnellcheck says; whoever has the address may read it. */
export const QuickResultPage: Component = () => {
  const words = useTexts('website').quick
  const params = useParams<{ ticket: string }>()
  const { base } = useApp()
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={`${base}/website-check`}>{words.title}</BackLink>
        <Show when={params.ticket} keyed>{ticket => <Result ticket={ticket} />}</Show>
      </div>
      <ContactAside />
    </div>
  )
}
