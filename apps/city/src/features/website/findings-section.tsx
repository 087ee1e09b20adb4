import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { AuditScore, WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { useTexts } from '../../lib/texts.tsx'
import { FindingItem } from './finding-item.tsx'
import { groupByArea } from './findings.rules.ts'

/** Everything that stands out, area by area, the worst on top. */
export const FindingsSection: Component<{ findings: readonly WebsiteFinding[]; score: AuditScore | null; planOf?: (finding: WebsiteFinding) => JSX.Element }> = props => {
  const words = useTexts('website').report
  const groups = () => groupByArea(props.findings, props.score)
  return (
    <Show when={groups().length > 0}>
      <section class="flow">
        <h2>{words.findingsTitle}</h2>
        <p class="no-print">{words.findingsLead}</p>
        <For each={groups()}>
          {group => (
            <>
              <h3 class="finding-area" lang="de">{group.area}</h3>
              <ul class="plain-list">
                <For each={group.findings}>{finding => <FindingItem finding={finding} level={4} plan={props.planOf?.(finding)} />}</For>
              </ul>
            </>
          )}
        </For>
        <p class="small muted">{words.agency}</p>
      </section>
    </Show>
  )
}
