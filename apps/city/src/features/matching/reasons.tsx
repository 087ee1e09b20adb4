import { For } from 'solid-js'
import type { Component } from 'solid-js'
import type { Part } from '@digitallotsen/domain/matching/verdict.schemas.ts'
import { matching as words } from '../../locales/de/matching.ts'
import { partText, type Names } from './sentences.ts'

/** The sum in plain words, the heaviest part first. */
export const Reasons: Component<{ parts: readonly Part[]; names: Names }> = props => (
  <ul class="match-parts">
    <For each={props.parts.filter(({ most }) => most > 0).toSorted((a, b) => b.points - a.points)}>
      {part => (
        <li classList={{ muted: part.points === 0 }}>
          <span>{partText(part, props.names)}</span> <span class="match-points">{words.of(part.points, part.most)}</span>
        </li>
      )}
    </For>
  </ul>
)
