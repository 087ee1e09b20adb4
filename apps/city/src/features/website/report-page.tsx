import { useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { Match, Show, Switch, createEffect, on } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createLaterPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { problemOf } from '../../lib/problem.ts'
import { PrivateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { merchantQuery, planQuery } from '../merchant/merchant.queries.ts'
import { AuditProgressView } from './audit-progress.tsx'
import { isUnderway } from './audit-state.rules.ts'
import { PageLink } from './finding-places.tsx'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery, auditQuery } from './website.queries.ts'

const ReportView = createLaterPart(async () => (await import('./report-view.tsx')).ReportView)
const FailedView = createLaterPart(async () => (await import('./failed-view.tsx')).FailedView)

const Underway: Component<{ audit: WebsiteAudit }> = props => {
  const words = useTexts('website').progress
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow"><PageLink page={props.audit.address} /></p>
      <h1>{words.title}</h1>
      <AuditProgressView progress={props.audit.progress} leave={words.leave} />
    </>
  )
}

const Gone: Component<{ error: unknown; onRetry: () => void }> = props => {
  const words = useTexts('website')
  return (
    <Show when={problemOf(props.error).code === 'website.audit_not_found'} fallback={<PrivateFailure error={props.error} title={words.title} onRetry={props.onRetry} />}>
      <h1>{words.title}</h1>
      <EmptyState title={words.report.goneTitle} icon="globe">{words.report.gone}</EmptyState>
    </Show>
  )
}

/** What an audit brings to its end changes the plan, the history and the list of audits. */
const useFreshPlan = (merchantId: () => string, audit: () => WebsiteAudit | undefined): void => {
  const { api } = useApp()
  const client = useQueryClient()
  const state = () => audit()?.state
  createEffect(
    on(state, (now, before) => {
      if (!now || !before || !isUnderway(before) || isUnderway(now)) return
      for (const { queryKey } of [merchantQuery(api, merchantId()), planQuery(api, merchantId()), auditListQuery(api, merchantId())]) void client.invalidateQueries({ queryKey })
    }),
  )
}

const Audit: Component<{ auditId: string }> = props => {
  const { api } = useApp()
  const { found } = useMerchant()
  const audit = useQuery(() => ({ ...auditQuery(api, props.auditId), reconcile: 'id' }))
  useFreshPlan(() => found().merchant.id, () => (audit.isSuccess ? audit.data : undefined))
  return (
    <Loaded query={audit} failed={error => <Gone error={error} onRetry={() => void audit.refetch()} />}>
      {loaded => (
        <Switch>
          <Match when={isUnderway(loaded().state)}><Underway audit={loaded()} /></Match>
          <Match when={loaded().state === 'failed'}><FailedView audit={loaded()} /></Match>
          <Match when={loaded().report}>
            {report => <Show when={loaded().score}>{score => <ReportView audit={loaded()} report={report()} score={score()} />}</Show>}
          </Match>
        </Switch>
      )}
    </Loaded>
  )
}

/** One audit of a website: how far it is, why it failed, or what it found. */
export const ReportPage: Component = () => {
  const words = useTexts('website')
  const params = useParams<{ auditId: string }>()
  const home = useWebsiteHome()
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={home.href()}>{words.back}</BackLink>
        <Show when={params.auditId} keyed>{auditId => <Audit auditId={auditId} />}</Show>
      </div>
      <ContactAside />
    </div>
  )
}
