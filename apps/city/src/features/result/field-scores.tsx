import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Band, CheckResult, FieldResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { BarRow } from '@digitallotsen/ui/bar-row.tsx'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import { createSoonPart } from '../../lib/later-part.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { bandTones } from './band-badge.tsx'
import type { PicturedField, Voice } from './field-picture.tsx'
import './result.css'

type Named = { id: string; title: string; short: string; result: FieldResult }

const nameFields = (catalogue: CheckCatalogue, result: CheckResult): Named[] =>
  result.fields.flatMap(one => {
    const field = catalogue.fields.find(({ id }) => id === one.fieldId)
    return field ? [{ id: field.id, title: field.title, short: field.short, result: one }] : []
  })

const picture = (fields: readonly Named[]): PicturedField[] => fields.map(({ title, short, result }) => ({ title, short, score: result.score }))

const FieldPicture = createSoonPart(async () => (await import('./field-picture.tsx')).FieldPicture)

const bandLimits = [{ at: 25 }, { at: 50 }, { at: 75 }]

const FieldRow: Component<{ field: Named; kind: CheckResult['kind'] }> = props => {
  const texts = useTexts()
  const words = useTexts('result')
  const result = () => props.field.result
  const missing = () => (props.kind === 'quick' && result().asked === 0 ? words.notAsked : words.notAnswered)
  const note = (band: Band) => [words.fieldText[band], ...(result().gaps.length > 0 ? [words.gaps(result().gaps.length)] : [])].join(' ')
  return (
    <li>
      <Show when={result().band} fallback={<BarRow label={props.field.title} note={missing()} value={null} max={100} valueText={words.notChecked} />}>
        {band => (
          <BarRow
            label={props.field.title}
            note={note(band())}
            value={result().score}
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

/** The fields as a picture with its table, and each one in words; a field without a score is said to be one. */
export const FieldScores: Component<{ catalogue: CheckCatalogue; result: CheckResult; level?: 2 | 3; voice?: Voice }> = props => {
  const words = useTexts('result')
  const fields = () => nameFields(props.catalogue, props.result)
  const voice = () => props.voice ?? { title: words.fieldsTitle, uneven: words.radarText, even: words.radarEven }
  return (
    <section class="flow">
      <Heading level={props.level ?? 2}>{voice().title}</Heading>
      <div class="picture-place">
        <FieldPicture fields={picture(fields())} voice={voice()} />
      </div>
      <ul class="plain-list split">
        <For each={fields()}>{field => <FieldRow field={field} kind={props.result.kind} />}</For>
      </ul>
      <p class="small muted">{words.scale}</p>
    </section>
  )
}
