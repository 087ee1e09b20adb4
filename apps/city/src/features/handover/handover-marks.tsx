import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { handoverStage } from '@digitallotsen/domain/handover/handover-dates.rules.ts'
import { dayInBerlin } from '../../lib/dates.ts'
import { handover as words } from '../../locales/de/handover.ts'
import type { HandoverFile, HandoverLine } from './handover.queries.ts'

type Marked = Pick<HandoverLine | HandoverFile, 'dueOn' | 'decision' | 'kind' | 'sheetCompletedAt' | 'informedAt' | 'agreedAt' | 'objectedAt' | 'settledAt'>

export const objects = ({ objectedAt, settledAt }: Pick<Marked, 'objectedAt' | 'settledAt'>): boolean => objectedAt !== null && (settledAt === null || settledAt < objectedAt)

const tones = { early: 'neutral', listed: 'neutral', sheet_due: 'warning', warm: 'warning', due: 'danger' } as const

/** Where a handover stands, in words; the colour only helps. */
export const HandoverMarks: Component<{ of: Marked }> = props => {
  const stage = () => handoverStage(props.of.dueOn, dayInBerlin(new Date()))
  return (
    <span class="row">
      <Show when={props.of.kind === 'regular'} fallback={<Badge tone="danger">{words.kinds.emergency}</Badge>}><Badge tone={tones[stage()]}>{words.stages[stage()]}</Badge></Show>
      <Badge tone={props.of.decision ? 'accent' : 'neutral'}>{props.of.decision ? words.decisions[props.of.decision] : words.undecided}</Badge>
      <Show when={props.of.sheetCompletedAt}><Badge tone="success">{words.marks.sheet}</Badge></Show>
      <Show when={props.of.informedAt}><Badge>{words.marks.informed}</Badge></Show>
      <Show when={props.of.agreedAt}><Badge tone="success">{words.marks.agreed}</Badge></Show>
      <Show when={objects(props.of)}><Badge tone="danger">{words.marks.objected}</Badge></Show>
    </span>
  )
}
