import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { findingAnchor, showFinding } from './finding-item.tsx'
import { SeverityBadge } from './finding-marks.tsx'
import { failedOf } from './findings.rules.ts'

/** Nobody does more at once. */
const mostSteps = 3

/** The worst of what was found, with what to do about it. */
export const FirstSteps: Component<{ findings: readonly WebsiteFinding[] }> = props => {
  const words = useTexts('website').report
  const worst = () => failedOf(props.findings).slice(0, mostSteps)
  return (
    <section class="flow">
      <h2>{words.firstTitle}</h2>
      <Show when={worst().length > 0} fallback={<Notice tone="success">{words.firstNone}</Notice>}>
        <ol class="plain-list split">
          <For each={worst()}>
            {(finding, index) => (
              <li class="numbered">
                <span class="number" aria-hidden="true">{index() + 1}</span>
                <div class="flow">
                  <h3 lang="de">{finding.title}</h3>
                  <p class="row badges"><SeverityBadge severity={finding.severity} /></p>
                  <Show when={finding.advice}>{advice => <p lang="de">{advice()}</p>}</Show>
                  <p class="no-print"><a class="linkish" href={`#${findingAnchor(finding.checkId)}`} aria-label={`${words.toFinding}: ${finding.title}`} onClick={() => queueMicrotask(() => showFinding(finding.checkId))}>{words.toFinding}</a></p>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </section>
  )
}
