import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import type { CityRow } from '../../lib/console-port.ts'
import { stateWords } from './city-words.ts'

export const CityBadges: Component<{ city: Pick<CityRow, 'state' | 'sample'> }> = props => (
  <span class="badges">
    <Badge tone={stateWords[props.city.state].tone}>{stateWords[props.city.state].label}</Badge>
    <Show when={props.city.sample}>
      <Badge tone="accent">Musterdaten</Badge>
    </Show>
  </span>
)
