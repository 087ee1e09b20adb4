import { For, Index, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { dayInBerlin, formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { eveDays, usualDay } from './hours-editor.rules.ts'
import type { SpecialDay } from './hours-editor.rules.ts'
import { changed, focusLater } from './lines.ts'
import type { LinesProps } from './lines.ts'
import { SpanFields } from './span-fields.tsx'

const mostSpecial = 60

/** Days with other hours than the week has. */
export const SpecialDays: Component<LinesProps<SpecialDay>> = props => {
  const words = useTexts('listing').hours
  const { locale } = useApp()
  const nameOf = (line: SpecialDay, index: number) => (line.date === '' ? words.specialDay(index + 1) : formatDay(line.date, locale))
  const add = (date = '', note = ''): void => {
    props.onChange([...props.lines, { date, spans: [], note }])
    focusLater(`field-special-${props.lines.length - 1}-date`)
  }
  const eves = () => eveDays(dayInBerlin(new Date())).filter(({ date }) => !props.lines.some(line => line.date === date))
  return (
    <div class="flow">
      <Index each={props.lines}>
        {(line, index) => (
          <fieldset class="flow group line">
            <legend class="hidden">{nameOf(line(), index)}</legend>
            <DateInput name={`special-${index}-date`} label={words.day} error={props.errorOf(`special-${index}-date`)} value={line().date} onInput={event => props.onChange(changed(props.lines, index, { date: event.currentTarget.value }))} />
            <Checkbox
              name={`special-${index}-open`} label={words.openThen} checked={line().spans.length > 0}
              onChange={event => props.onChange(changed(props.lines, index, { spans: event.currentTarget.checked ? [{ ...usualDay, to: '13:00' }] : [] }))}
            />
            <SpanFields scope={`special-${index}`} name={nameOf(line(), index)} spans={line().spans} errorOf={props.errorOf} onChange={spans => props.onChange(changed(props.lines, index, { spans }))} />
            <TextInput name={`special-${index}-note`} width="m" maxLength={120} label={words.reason} optional={words.optional} value={line().note} onInput={event => props.onChange(changed(props.lines, index, { note: event.currentTarget.value }))} />
            <Button variant="quiet" icon="trash" aria-label={words.removeNamed(nameOf(line(), index))} onClick={() => props.onChange(props.lines.filter((_, at) => at !== index))}>{words.remove}</Button>
          </fieldset>
        )}
      </Index>
      <Show when={props.lines.length < mostSpecial}>
        <div class="row">
          <Button variant="secondary" icon="plus" onClick={() => add()}>{words.addSpecial}</Button>
          <For each={eves()}>{({ date, id }) => <Button variant="quiet" icon="plus" onClick={() => add(date, words.eves[id])}>{words.eves[id]}</Button>}</For>
        </div>
      </Show>
    </div>
  )
}
