import { Index, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DateInput } from '@digitallotsen/ui/date-input.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Vacation } from './hours-editor.rules.ts'
import { changed, focusLater } from './lines.ts'
import type { LinesProps } from './lines.ts'

const mostVacations = 12

export const Vacations: Component<LinesProps<Vacation>> = props => {
  const words = useTexts('listing').hours
  const add = (): void => {
    props.onChange([...props.lines, { from: '', to: '', note: '' }])
    focusLater(`field-vacation-${props.lines.length - 1}-from`)
  }
  return (
    <div class="flow">
      <Index each={props.lines}>
        {(line, index) => (
          <fieldset class="flow group line">
            <legend class="hidden">{words.vacation(index + 1)}</legend>
            <div class="pair-dates">
              <DateInput name={`vacation-${index}-from`} label={words.firstDay} error={props.errorOf(`vacation-${index}-from`)} value={line().from} onInput={event => props.onChange(changed(props.lines, index, { from: event.currentTarget.value }))} />
              <DateInput name={`vacation-${index}-to`} label={words.lastDay} error={props.errorOf(`vacation-${index}-to`)} value={line().to} onInput={event => props.onChange(changed(props.lines, index, { to: event.currentTarget.value }))} />
            </div>
            <Button variant="quiet" icon="trash" aria-label={words.removeNamed(words.vacation(index + 1))} onClick={() => props.onChange(props.lines.filter((_, at) => at !== index))}>{words.remove}</Button>
          </fieldset>
        )}
      </Index>
      <Show when={props.lines.length < mostVacations}><Button variant="secondary" icon="plus" onClick={add}>{words.addVacation}</Button></Show>
    </div>
  )
}
