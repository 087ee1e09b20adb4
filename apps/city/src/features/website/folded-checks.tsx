import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { WebsiteFinding, WebsiteReport } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { FindingPlaces, PageLink } from './finding-places.tsx'
import './website.css'

type Verdict = WebsiteFinding['verdict']
type Told = Pick<WebsiteReport, 'findings' | 'limits' | 'pages'>

const Fold: Component<{ summary: string; count: number; children: JSX.Element }> = props => (
  <Show when={props.count > 0}>
    <Details summary={props.summary}>
      <ul class="plain-list split">{props.children}</ul>
    </Details>
  </Show>
)

const Line: Component<{ finding: WebsiteFinding }> = props => (
  <li>
    <span lang="de">{props.finding.title}</span> <span class="small muted">{props.finding.checkId}</span>
    <Show when={props.finding.reason}>{reason => <p class="small muted" lang="de">{reason()}</p>}</Show>
    <Show when={props.finding.notes.length > 0}><FindingPlaces places={props.finding.notes} /></Show>
  </li>
)

/** What is in order, what was not checked and why, and which pages were read. */
export const FoldedChecks: Component<{ report: Told }> = props => {
  const words = useTexts('website').folded
  const of = (verdict: Verdict) => props.report.findings.filter(finding => finding.verdict === verdict)
  const limitsOf = (page: string) => props.report.limits.filter(limit => limit.page === page)
  const list = (verdict: Verdict) => <For each={of(verdict)}>{finding => <Line finding={finding} />}</For>
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <div>
        <Fold summary={words.passed(of('pass').length)} count={of('pass').length}>{list('pass')}</Fold>
        <Fold summary={words.notChecked(of('not_checked').length)} count={of('not_checked').length}>{list('not_checked')}</Fold>
        <Fold summary={words.notApplicable(of('not_applicable').length)} count={of('not_applicable').length}>{list('not_applicable')}</Fold>
        <Fold summary={words.pages(props.report.pages.length)} count={props.report.pages.length}>
          <For each={props.report.pages}>
            {({ url, status }) => (
              <li>
                <PageLink page={url} /> <span class="small muted">{status === null ? words.noAnswer : words.status(status)}</span>
                <For each={limitsOf(url)}>{limit => <p class="small muted" lang="de">{limit.text}</p>}</For>
              </li>
            )}
          </For>
        </Fold>
      </div>
    </section>
  )
}
