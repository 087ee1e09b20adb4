import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditScore, QuickAudit } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { usePage } from '../../lib/page.ts'
import { printPage } from '../../lib/print.ts'
import { useTexts } from '../../lib/texts.tsx'
import { FindingItem } from './finding-item.tsx'
import { SeverityBadge } from './finding-marks.tsx'
import { PageLink } from './finding-places.tsx'
import { failedOf } from './findings.rules.ts'
import { FoldedChecks } from './folded-checks.tsx'
import { LegalNote } from './legal-note.tsx'
import { QuickLimits } from './quick-page.tsx'
import { AreaScores, ReportMeta, ScoreVerdict } from './score-summary.tsx'

type Report = NonNullable<QuickAudit['report']>

/** As many as somebody reads who has just come by. */
const shown = 5
const opened = 3

const Findings: Component<{ report: Report }> = props => {
  const words = useTexts('website')
  const failed = () => failedOf(props.report.findings)
  const rest = () => failed().slice(shown)
  return (
    <section class="flow">
      <h2>{words.quick.firstTitle}</h2>
      <Show when={failed().length > 0} fallback={<Notice tone="success">{words.report.firstNone}</Notice>}>
        <ul class="plain-list">
          <For each={failed().slice(0, shown)}>{(finding, index) => <FindingItem finding={finding} level={3} open={index() < opened} />}</For>
        </ul>
        <Show when={rest().length > 0}>
          <Details summary={words.quick.more(rest().length)}>
            <ul class="plain-list split">
              <For each={rest()}>{finding => <li><span lang="de">{finding.title}</span> <SeverityBadge severity={finding.severity} /></li>}</For>
            </ul>
          </Details>
        </Show>
      </Show>
    </section>
  )
}

/** From one website to the whole business. */
const WayOn: Component = () => {
  const words = useTexts('website').quick
  const { base } = useApp()
  return (
    <div class="card card-marked no-print">
      <h2 class="card-title">{words.onTitle}</h2>
      <p>{words.onText}</p>
      <LinkButton href={`${base}/check`}>{words.on}</LinkButton>
      <p class="small muted">{words.signInText}</p>
    </div>
  )
}

export const QuickReport: Component<{ audit: QuickAudit; report: Report; score: AuditScore }> = props => {
  const texts = useTexts()
  const words = useTexts('website')
  const { base } = useApp()
  usePage(() => words.report.titleQuick)
  return (
    <>
      <p class="eyebrow"><PageLink page={props.audit.finalAddress ?? props.audit.address} /></p>
      <h1>{words.report.titleQuick}</h1>
      <ReportMeta date={props.audit.finishedAt ?? props.audit.createdAt} pages={props.report.pages.length} />
      <ScoreVerdict score={props.score} findings={props.report.findings} />
      <Findings report={props.report} />
      <AreaScores score={props.score} />
      <WayOn />
      <FoldedChecks report={props.report} />
      <QuickLimits />
      <LegalNote />
      <p class="small muted">{words.quick.kept}</p>
      <div class="row no-print">
        <LinkButton variant="secondary" href={`${base}/website-check`}>{words.quick.another}</LinkButton>
        <Button variant="quiet" icon="print" onClick={printPage}>{texts.common.print}</Button>
      </div>
    </>
  )
}
