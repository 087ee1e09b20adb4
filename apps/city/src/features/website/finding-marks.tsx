import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useTexts } from '../../lib/texts.tsx'

const looks: Readonly<Record<WebsiteFinding['severity'], { tone: Tone; icon: IconName | undefined }>> = {
  critical: { tone: 'danger', icon: 'danger' },
  high: { tone: 'warning', icon: 'warning' },
  medium: { tone: 'info', icon: undefined },
  low: { tone: 'neutral', icon: undefined },
  info: { tone: 'neutral', icon: 'info' },
}

export const SeverityBadge: Component<{ severity: WebsiteFinding['severity'] }> = props => {
  const words = useTexts('website').finding
  return <Badge tone={looks[props.severity].tone} icon={looks[props.severity].icon}>{words.severities[props.severity]}</Badge>
}

/** Its number, how sure it is, and whether it was there before. */
export const FindingMarks: Component<{ finding: WebsiteFinding }> = props => {
  const words = useTexts('website').finding
  return (
    <p class="row badges">
      <span class="small muted">{words.number(props.finding.checkId)}</span>
      <Badge>{words.certainties[props.finding.certainty]}</Badge>
      <Show when={props.finding.change}>{change => <Badge tone={change() === 'new' ? 'accent' : 'neutral'}>{words.changes[change()]}</Badge>}</Show>
    </p>
  )
}
