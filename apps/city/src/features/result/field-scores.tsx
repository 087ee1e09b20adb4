import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Band, CheckResult, FieldResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { BarRow } from '@digitallotsen/ui/bar-row.tsx'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { RadarChart } from '@digitallotsen/ui/radar-chart.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { bandTones } from './band-badge.tsx'

type Named = { id: string; title: string; short: string; result: FieldResult }
type Scored = Named & { score: number }

const nameFields = (catalogue: CheckCatalogue, result: CheckResult): Named[] =>
  result.fields.flatMap(one => {
    const field = catalogue.fields.find(({ id }) => id === one.fieldId)
    return field ? [{ id: field.id, title: field.title, short: field.short, result: one }] : []
  })

const listScored = (fields: readonly Named[]): Scored[] => fields.flatMap(field => (field.result.score === null ? [] : [{ ...field, score: field.result.score }]))

/** Below this many points apart, naming a best and a weakest field would say more than the check knows. */
const noticeable = 5

/** How the picture is spoken of: to the shop itself, or about it. */
export type Voice = { title: string; uneven: (best: string, weakest: string) => string; even: string }

const Picture: Component<{ fields: readonly Scored[]; voice: Voice }> = props => {
  const words = useTexts('result')
  const ordered = () => props.fields.toSorted((a, b) => a.score - b.score)
  const description = () => {
    const weakest = ordered()[0]
    const best = ordered().at(-1)
    return weakest && best && best.score - weakest.score >= noticeable ? props.voice.uneven(best.title, weakest.title) : props.voice.even
  }
  return (
    <RadarChart
      title={words.radarTitle}
      description={description()}
      axes={props.fields.map(field => ({ label: field.short }))}
      series={[{ label: words.score, values: props.fields.map(field => field.score) }]}
      max={100}
      table={{ caption: words.radarTitle, axis: words.axis }}
      format={score => String(shownScore(score))}
    />
  )
}

const bandLimits = [{ at: 25 }, { at: 50 }, { at: 75 }]

const FieldRow: Component<{ field: Named; kind: CheckResult['kind'] }> = props => {
  const texts = useTexts()
  const words = useTexts('result')
  const result = () => props.field.result
  const missing = () => (props.kind === 'quick' && result().asked === 0 ? words.notAsked : words.notAnswered)
  const note = (band: Band) => [words.fieldText[band], ...(result().gaps.length > 0 ? [`${words.gaps(result().gaps.length)}.`] : [])].join(' ')
  return (
    <li>
      <Show
        when={result().band}
        fallback={
          <div class="row spread">
            <span>{props.field.title}</span>
            <span class="muted small">{missing()}</span>
          </div>
        }
      >
        {band => (
          <BarRow
            label={props.field.title}
            note={note(band())}
            value={result().score ?? 0}
            max={100}
            valueText={`${shownScore(result().score ?? 0)} · ${texts.bands[band()]}`}
            tone={bandTones[band()]}
            marks={bandLimits}
          />
        )}
      </Show>
    </li>
  )
}

/** The fields as a picture with its table where each has a score, and each one in words. */
export const FieldScores: Component<{ catalogue: CheckCatalogue; result: CheckResult; level?: 2 | 3; voice?: Voice }> = props => {
  const words = useTexts('result')
  const fields = () => nameFields(props.catalogue, props.result)
  const voice = () => props.voice ?? { title: words.fieldsTitle, uneven: words.radarText, even: words.radarEven }
  const isComplete = () => listScored(fields()).length === props.catalogue.fields.length
  return (
    <section class="flow">
      <Heading level={props.level ?? 2}>{voice().title}</Heading>
      <Show when={isComplete()}>
        <Picture fields={listScored(fields())} voice={voice()} />
      </Show>
      <ul class="plain-list split">
        <For each={fields()}>{field => <FieldRow field={field} kind={props.result.kind} />}</For>
      </ul>
      <p class="small muted">{words.scale}</p>
    </section>
  )
}
