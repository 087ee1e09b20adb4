import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { Weekday } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { weekdays } from '@digitallotsen/domain/listing/weekdays.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { closeDay, copyDay, openDay } from './hours-editor.rules.ts'
import type { Week } from './hours-editor.rules.ts'
import { SpanFields } from './span-fields.tsx'
import { weekdayNames } from './weekday-names.ts'

type WeekProps = { week: Week; errorOf: (field: string) => string | undefined; onChange: (week: Week) => void }

const workdays: readonly Weekday[] = ['tu', 'we', 'th', 'fr']

/** Monday's hours for other days, in one go. */
const CopyMonday: Component<WeekProps> = props => {
  const texts = useTexts()
  const words = useTexts('listing').hours
  const names = weekdayNames(useApp().locale)
  const toasts = useToasts()
  const [chosen, setChosen] = createSignal(workdays)
  const copy = (event: MouseEvent): void => {
    const old = props.week
    const { onChange } = props
    onChange(copyDay(old, 'mo', chosen()))
    if (event.target instanceof Element) event.target.closest('details')?.removeAttribute('open')
    toasts.show({ message: words.copied, undo: { label: texts.common.undo, onUndo: () => onChange(old) } })
  }
  return (
    <Details summary={words.copy} help>
      <fieldset class="flow">
        <legend class="hidden">{words.copyTo}</legend>
        <div class="ticks">
          <For each={weekdays.slice(1)}>
            {day => (
              <Checkbox
                name={`copy-${day}`} label={names[day]} checked={chosen().includes(day)}
                onChange={event => setChosen(event.currentTarget.checked ? [...chosen(), day] : chosen().filter(other => other !== day))}
              />
            )}
          </For>
        </div>
        <Button variant="secondary" onClick={copy}>{words.copyNow}</Button>
      </fieldset>
    </Details>
  )
}

/** Seven days, each closed or with its hours. */
export const WeekTable: Component<WeekProps> = props => {
  const words = useTexts('listing').hours
  const names = weekdayNames(useApp().locale)
  return (
    <ul class="plain-list week">
      <For each={weekdays}>
        {day => (
          <li class="day">
            <Checkbox name={`open-${day}`} label={names[day]} checked={props.week[day].length > 0} onChange={event => props.onChange((event.currentTarget.checked ? openDay : closeDay)(props.week, day))} />
            <Show when={props.week[day].length > 0} fallback={<p class="muted day-closed">{words.closed}</p>}>
              <div>
                <SpanFields scope={day} name={names[day]} spans={props.week[day]} errorOf={props.errorOf} onChange={spans => props.onChange({ ...props.week, [day]: spans })} />
                <Show when={day === 'mo'}><CopyMonday {...props} /></Show>
              </div>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
