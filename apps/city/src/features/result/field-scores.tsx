import { For, Show, Suspense, lazy } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Band, CheckResult, FieldResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { BarRow } from '@digitallotsen/ui/bar-row.tsx'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { bandTones } from './band-badge.tsx'
import type { ScoredField, Voice } from './field-picture.tsx'

type Named = { id: string; title: string; short: string; result: FieldResult }

const nameFields = (catalogue: CheckCatalogue, result: CheckResult): Named[] =>
  result.fields.flatMap(one => {
    const field = catalogue.fields.find(({ id }) => id === one.fieldId)
    return field ? [{ id: field.id, title: field.title, short: field.short, result: one }] : []
  })

const listScored = (fields: readonly Named[]): ScoredField[] => fields.flatMap(({ title, short, result }) => (result.score === null ? [] : [{ title, short, score: result.score }]))

const FieldPicture = lazy(async () => ({ default: (await import('./field-picture.tsx')).FieldPicture }))

const bandLimits = [{ at: 25 }, { at: 50 }, { at: 75 }]

const FieldRow: Component<{ field: Named; kind: CheckResult['kind'] }> = props => {
  const texts = useTexts()
  const words = useTexts('result')
  const result = () => props.field.result
  const missing = () => (props.kind === 'quick' && result().asked === 0 ? words.notAsked : words.notAnswered)
  const note = (band: Band) => [words.fieldText[band], ...(result().gaps.length > 0 ? [words.gaps(result().gaps.length)] : [])].join(' ')
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
        <div class="picture-place">
          <Suspense>
            <FieldPicture fields={listScored(fields())} voice={voice()} />
          </Suspense>
        </div>
      </Show>
      <ul class="plain-list split">
        <For each={fields()}>{field => <FieldRow field={field} kind={props.result.kind} />}</For>
      </ul>
      <p class="small muted">{words.scale}</p>
    </section>
  )
}
