import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue, Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { RankedMeasure, Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { EffortLine, MeasureItem } from './measure-card.tsx'
import './measures.css'

type Known = { ranked: RankedMeasure; measure: Measure }

const join = (ranking: Ranking, catalogue: CheckCatalogue): Known[] =>
  ranking.measures.flatMap(ranked => {
    const measure = catalogue.measures.find(({ id }) => id === ranked.measureId)
    return measure ? [{ ranked, measure }] : []
  })

/** At most five now, the others after them, and which rule could not be kept. */
export const Measures: Component<{ ranking: Ranking; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('result')
  const all = () => join(props.ranking, props.catalogue)
  const active = () => all().filter(({ ranked }) => ranked.active)
  const later = () => all().filter(({ ranked }) => !ranked.active)
  const leadFields = () => props.catalogue.fields.filter(({ lead }) => lead).map(({ short }) => `„${short}“`).join(words.or)
  return (
    <section class="flow">
      <h2>{words.measuresTitle}</h2>
      <Show when={active().length > 0} fallback={<Notice tone="success">{words.measuresNone}</Notice>}>
        <p>{words.measuresLead(active().length)}</p>
        <ol class="plain-list split">
          <For each={active()}>{one => <MeasureItem {...one} />}</For>
        </ol>
      </Show>
      <For each={props.ranking.waived}>{rule => <p class="small muted">{words.waived[rule](leadFields())}</p>}</For>
      <Show when={later().length > 0}>
        <Details summary={`${words.laterTitle} (${later().length})`}>
          <p>{words.laterText}</p>
          <ol class="plain-list">
            <For each={later()}>
              {({ ranked, measure }) => (
                <li class="numbered later">
                  <span class="muted figures">{ranked.rank}</span>
                  <div>
                    {measure.title}
                    <EffortLine measure={measure} />
                  </div>
                </li>
              )}
            </For>
          </ol>
        </Details>
      </Show>
    </section>
  )
}
