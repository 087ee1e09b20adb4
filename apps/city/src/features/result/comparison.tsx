import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Comparison } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { DifferenceBars } from '@digitallotsen/ui/difference-bars.tsx'
import type { DifferenceRow } from '@digitallotsen/ui/difference-bars.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatNumber } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { itemTitle } from './item-title.ts'

const shown = (score: number | null) => (score === null ? null : shownScore(score))

const rowsOf = (comparison: Comparison, catalogue: CheckCatalogue): DifferenceRow[] =>
  comparison.fields.flatMap(({ fieldId, before, after }) => {
    const field = catalogue.fields.find(({ id }) => id === fieldId)
    return field ? [{ label: field.short, before: shown(before), after: shown(after) }] : []
  })

const Musts: Component<{ title: string; items: readonly string[]; catalogue: CheckCatalogue }> = props => (
  <Show when={props.items.length > 0}>
    <p><strong>{props.title}</strong></p>
    <ul>
      <For each={props.items}>{itemId => <li>{itemTitle(props.catalogue, itemId)}</li>}</For>
    </ul>
  </Show>
)

/** What changed since the check before, per field as bars that are their own table. */
export const ComparisonSection: Component<{ comparison: Comparison; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('result')
  const { locale } = useApp()
  const sentence = () => {
    const { before, after, difference } = props.comparison.total
    if (before === null || after === null || difference === null) return words.comparisonUnknown
    const points = shownScore(after) - shownScore(before)
    if (points === 0) return words.comparisonSame
    return (points > 0 ? words.comparisonBetter : words.comparisonWorse)(formatNumber(Math.abs(points), locale))
  }
  return (
    <section class="flow">
      <h2>{words.comparisonTitle}</h2>
      <Show when={props.comparison.comparable} fallback={<p>{words.comparisonNo}</p>}>
        <p class="lead">{sentence()}</p>
        <DifferenceBars
          caption={words.comparisonCaption}
          rows={rowsOf(props.comparison, props.catalogue)}
          max={100}
          missing={words.notChecked}
          headings={{ label: words.axis, before: words.before, after: words.now, difference: words.difference }}
        />
        <Musts title={words.mustsClosed(props.comparison.mustsClosed.length)} items={props.comparison.mustsClosed} catalogue={props.catalogue} />
        <Musts title={words.mustsOpened(props.comparison.mustsOpened.length)} items={props.comparison.mustsOpened} catalogue={props.catalogue} />
      </Show>
    </section>
  )
}
