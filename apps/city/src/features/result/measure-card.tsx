import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { RankedMeasure } from '@digitallotsen/domain/check/result.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatNumber } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import './measures.css'

/** Own time, weeks and money on one line. */
export const EffortLine: Component<{ measure: Measure }> = props => {
  const words = useTexts('result')
  const { locale } = useApp()
  return <p class="small muted">{words.effort(formatNumber(props.measure.merchantHours, locale), props.measure.weeks, props.measure.cost)}</p>
}

/** Why, how and proof of a measure. */
export const MeasureDetails: Component<{ measure: Measure; level: 2 | 4; open?: boolean }> = props => {
  const words = useTexts('result')
  return (
    <Details help summary={words.details} open={props.open}>
      <Heading level={props.level}>{words.why}</Heading>
      <p>{props.measure.why}</p>
      <Heading level={props.level}>{words.how}</Heading>
      <ol>
        <For each={props.measure.how}>{step => <li>{step}</li>}</For>
      </ol>
      <Heading level={props.level}>{words.proof}</Heading>
      <p>{props.measure.proof}</p>
    </Details>
  )
}

/** One of the measures whose turn it is, with its rank. */
export const MeasureItem: Component<{ ranked: RankedMeasure; measure: Measure }> = props => {
  const words = useTexts('result')
  return (
    <li class="numbered">
      <span class="number">{props.ranked.rank}</span>
      <div class="flow">
        <h3>{props.measure.title}</h3>
        <Show when={props.ranked.urgent || props.ranked.quickWin || props.ranked.relevance === 'high'}>
          <p class="row badges">
            <Show when={props.ranked.urgent}><Badge tone="danger" icon="flag">{words.must}</Badge></Show>
            <Show when={props.ranked.quickWin}><Badge tone="success" icon="clock">{words.quickWin}</Badge></Show>
            <Show when={props.ranked.relevance === 'high'}><Badge tone="accent" icon="star">{words.important}</Badge></Show>
          </p>
        </Show>
        <p>{props.measure.what}</p>
        <EffortLine measure={props.measure} />
        <Show when={props.ranked.pickedFor}>{rule => <p class="small muted">{words.pickedFor[rule()]}</p>}</Show>
        <MeasureDetails measure={props.measure} level={4} />
      </div>
    </li>
  )
}
