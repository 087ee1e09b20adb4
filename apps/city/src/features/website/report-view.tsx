import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditScore, WebsiteAudit, WebsiteReport } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { createLaterPart, createSoonPart } from '../../lib/later-part.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { PrintLinks } from '../result/print-links.tsx'
import { FirstSteps } from './first-steps.tsx'
import { PageLink } from './finding-places.tsx'
import { concernOf } from './findings.rules.ts'
import { AreaScores, ReportMeta, ScoreVerdict } from './score-summary.tsx'
import { useWebsiteHome } from './website-home.ts'
import { auditListQuery } from './website.queries.ts'

const FindingsSection = createSoonPart(async () => (await import('./findings-section.tsx')).FindingsSection)
const FoldedChecks = createSoonPart(async () => (await import('./folded-checks.tsx')).FoldedChecks)
const PlanConcerns = createSoonPart(async () => (await import('./plan-concerns.tsx')).PlanConcerns)
const ConcernLink = createSoonPart(async () => (await import('./plan-concerns.tsx')).ConcernLink)
const LevelTable = createSoonPart(async () => (await import('./level-table.tsx')).LevelTable)
const LegalNote = createSoonPart(async () => (await import('./legal-note.tsx')).LegalNote)
const ComparisonPart = createLaterPart(async () => (await import('./audit-comparison.tsx')).ComparisonPart)

const Questions: Component<{ count: number }> = props => {
  const words = useTexts('website').questions
  const home = useWebsiteHome()
  return (
    <Show when={props.count > 0}>
      <div class="flow-far no-print">
        <Notice title={words.title}>
          <p>{words.callText(props.count)} {words.lead}</p>
          <LinkButton variant="secondary" href={`${home.href()}/fragen`}>{words.call}</LinkButton>
        </Notice>
      </div>
    </Show>
  )
}

/** The earlier finished audits of the same business, the newest first. */
const useEarlier = (props: { audit: WebsiteAudit }) => {
  const { api } = useApp()
  const list = useQuery(() => auditListQuery(api, props.audit.merchantId))
  return () => (list.isSuccess ? list.data.audits : []).filter(({ id, state, createdAt }) => state === 'done' && id !== props.audit.id && createdAt < props.audit.createdAt)
}

export const ReportView: Component<{ audit: WebsiteAudit; report: WebsiteReport; score: AuditScore }> = props => {
  const words = useTexts('website')
  const { found, catalogue } = useMerchant()
  const earlier = useEarlier(props)
  usePage(() => words.report.title)
  return (
    <>
      <p class="eyebrow">{found().merchant.name} · <PageLink page={props.audit.finalAddress ?? props.audit.address} /></p>
      <h1>{words.report.title}</h1>
      <ReportMeta date={props.audit.finishedAt ?? props.audit.createdAt} pages={props.report.pages.length} />
      <ScoreVerdict score={props.score} findings={props.report.findings} />
      <FirstSteps findings={props.report.findings} />
      <AreaScores score={props.score} />
      <Show when={earlier().length > 0}><ComparisonPart auditId={props.audit.id} earlier={earlier()} /></Show>
      <FindingsSection
        findings={props.report.findings}
        score={props.score}
        planOf={({ checkId }) => <Show when={concernOf(props.report.concerns, checkId)}>{concern => <ConcernLink concern={concern()} />}</Show>}
      />
      <PlanConcerns audit={props.audit} concerns={props.report.concerns} />
      <LevelTable levels={props.report.levels} catalogue={catalogue()} />
      <Questions count={props.report.questions.length} />
      <FoldedChecks report={props.report} />
      <LegalNote />
      <PrintLinks pdf={`/pdf/website/${props.audit.id}`} />
    </>
  )
}
