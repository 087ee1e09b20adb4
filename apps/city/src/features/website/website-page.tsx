import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditLine, AuditList } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { shownPoints } from './findings.rules.ts'
import { NotOffered } from './not-offered.tsx'
import { StartForm } from './start-form.tsx'
import { WhatWeCheck } from './what-we-check.tsx'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery } from './website.queries.ts'

const AuditHistory = createSoonPart(async () => (await import('./audit-history.tsx')).AuditHistory)

const Latest: Component<{ line: AuditLine; home: string }> = props => {
  const words = useTexts('website')
  const { locale } = useApp()
  const failed = () => props.line.score?.failed ?? 0
  return (
    <Card
      look="marked"
      titleLevel={2}
      eyebrow={words.latest.on(formatDay(props.line.finishedAt ?? props.line.createdAt, locale))}
      title={words.latest.title}
      foot={<LinkButton href={`${props.home}/${props.line.id}`}>{words.latest.open}</LinkButton>}
    >
      <p class="lead">
        <Show when={(props.line.score?.score ?? null) !== null} fallback={words.report.noScore}>{words.latest.score(shownPoints(props.line.score?.score ?? 0))}</Show>
        {' · '}{failed() > 0 ? words.latest.failed(failed()) : words.latest.clean}
      </p>
    </Card>
  )
}

const Listed: Component<{ list: AuditList }> = props => {
  const words = useTexts('website')
  const home = useWebsiteHome()
  const latest = () => props.list.audits.find(({ state }) => state === 'done')
  return (
    <>
      <Show when={props.list.runningId}>
        {auditId => (
          <Notice title={words.running}>
            <p>{words.runningText}</p>
            <LinkButton variant="secondary" href={`${home.href()}/${auditId()}`}>{words.watch}</LinkButton>
          </Notice>
        )}
      </Show>
      <Show when={latest()}>{line => <Latest line={line()} home={home.href()} />}</Show>
      <Show when={!props.list.runningId}>
        <Show when={latest()}><h2>{words.form.again}</h2></Show>
        <StartForm address={props.list.suggestedAddress ?? ''} />
      </Show>
      <Show when={latest()}>
        <p><a class="linkish" href={`${home.href()}/fragen`}>{words.questions.title}: {words.questions.call}</a></p>
      </Show>
      <Show
        when={props.list.audits.length > 0}
        fallback={
          <>
            <div class="flow-far"><EmptyState title={words.emptyTitle} icon="globe">{words.emptyText} {words.monthly}</EmptyState></div>
            <WhatWeCheck />
          </>
        }
      >
        <AuditHistory audits={props.list.audits} hrefOf={auditId => `${home.href()}/${auditId}`} />
        <p class="small muted">{words.monthly}</p>
      </Show>
    </>
  )
}

const Offered: Component = () => {
  const words = useTexts('website')
  const { api } = useApp()
  const { found } = useMerchant()
  const list = useQuery(() => auditListQuery(api, found().merchant.id))
  usePage(() => words.title)
  return (
    <>
      <p class="eyebrow">{found().merchant.name}</p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Loaded query={list} shape="text">{listed => <Listed list={listed()} />}</Loaded>
    </>
  )
}

/** Where a website is handed in, and what came of it so far. */
export const WebsitePage: Component = () => {
  const { features } = useApp()
  return (
    <div class="columns">
      <div class="flow">
        <Show when={features.websiteCheck} fallback={<NotOffered />}><Offered /></Show>
      </div>
      <ContactAside />
    </div>
  )
}
