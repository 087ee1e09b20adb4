import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { BarList } from '@digitallotsen/ui/bar-row.tsx'
import { Section } from '@digitallotsen/ui/section.tsx'
import { textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'
import { fieldsOf } from './fields.tsx'

const points = [48, 62, 35, 55, 27]

/** The smallest measure of those no shop should leave undone. */
const findExampleMeasure = (frame: PartFrame): Measure | undefined => {
  const musts = new Set(fieldsOf(frame).flatMap(field => field.items).filter(item => item.must).map(item => item.measureId))
  const measures = frame.pack.catalogues[frame.locale]?.measures.filter(measure => musts.has(measure.id)) ?? []
  return measures.toSorted((a, b) => a.merchantHours - b.merchantHours)[0]
}

const ExampleMeasure: Component<{ frame: PartFrame; measure: Measure }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return (
    <div class="example-measure">
      <p class="small muted">{words().exampleMeasure}</p>
      <p><strong>{props.measure.title}.</strong> {props.measure.what}</p>
      <p class="small">{words().effort(words().hoursCount(props.measure.merchantHours), props.measure.cost)}</p>
    </div>
  )
}

/** What a shop holds in its hands after the check, with invented values. */
export const Example: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const rows = () => fieldsOf(props.frame).map((field, index) => {
    const value = points[index % points.length] ?? 50
    return { label: field.short, value, max: 100, valueText: String(value) }
  })
  return (
    <Section title={textOf(props.frame, 'home.after.title')} lead={textOf(props.frame, 'home.after.text')}>
      <div class="card example">
        <div class="row spread">
          <h3>{words().exampleTitle}</h3>
          <Badge tone="accent">{words().example}</Badge>
        </div>
        <p class="small muted">{words().exampleNote}</p>
        <BarList rows={rows()} />
        <Show when={findExampleMeasure(props.frame)}>{measure => <ExampleMeasure frame={props.frame} measure={measure()} />}</Show>
      </div>
    </Section>
  )
}
