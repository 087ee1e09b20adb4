import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { CaseFile } from './mentorship.queries.ts'

const tones = { green: 'success', yellow: 'warning', red: 'danger' } as const

/** Where a case stands, in words; the colour only helps. */
export const StateBadges: Component<{ of: Pick<CaseFile, 'state' | 'phase' | 'light'> }> = props => {
  const words = useTexts('mentorship')
  return (
    <span class="row">
      <Badge tone={props.of.state === 'active' ? 'accent' : 'neutral'}>{words.states[props.of.state]}</Badge>
      <Badge>{words.phases[props.of.phase]}</Badge>
      <Show when={props.of.light}>{light => <Badge tone={tones[light()]}>{words.lights[light()]}</Badge>}</Show>
    </span>
  )
}
