import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { planOfDay, type DayPlan } from '@digitallotsen/domain/listing/hours.rules.ts'
import type { OpeningHours } from '@digitallotsen/domain/listing/hours.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { timesText, weekLines } from '@digitallotsen/domain/listing/opening-sentence.rules.ts'
import { addDays } from '@digitallotsen/domain/listing/zone.rules.ts'
import { longDay } from '../page-dates.ts'
import { platformWordsOf } from '../platform-words.ts'
import { dayText } from '../platform/offer-dates.ts'
import { langOfTheirs, type PlatformScene } from '../platform/platform-frame.ts'

type OpeningProps = { scene: PlatformScene; hours: OpeningHours }
type Line = { days: string; times: string; note: string | null }

/** A holiday is told as it comes near; what the business says itself is told from when it says so. */
const holidaysAhead = 28
const mostSpecialDays = 12

const holidayLines = ({ scene: { asked, today }, hours }: OpeningProps): DayPlan[] => {
  const last = addDays(today, holidaysAhead)
  const near = [...asked.holidays.keys()].filter(date => date >= today && date <= last)
  return near.map(date => planOfDay(hours, date, asked.holidays)).filter(({ reason }) => reason === 'holiday')
}

const dayLine = ({ scene: { frame, today } }: OpeningProps, { date, intervals, note }: Pick<DayPlan, 'date' | 'intervals' | 'note'>): Line => ({
  days: dayText(frame.locale, date, today), times: timesText(intervals, frame.locale), note,
})

/** What differs from the week from today on, in the order of the days. */
const listSpecialDays = (props: OpeningProps): Line[] => {
  const { scene: { frame: { locale }, today }, hours } = props
  const words = platformWordsOf(locale)
  const days = [...hours.special.filter(({ date }) => date >= today), ...holidayLines(props)].map(day => ({ from: day.date, line: dayLine(props, day) }))
  const vacations = hours.vacations.filter(({ to }) => to >= today).map(({ from, to, note }) => ({
    from,
    line: { days: words.vacationSpan(longDay(locale, from), longDay(locale, to)), times: listingWords[locale].closed, note: note ?? listingWords[locale].vacation },
  }))
  return [...days, ...vacations].toSorted((a, b) => a.from.localeCompare(b.from)).slice(0, mostSpecialDays).map(({ line }) => line)
}

const Lines: Component<{ scene: PlatformScene; caption: string; lines: readonly Line[] }> = props => (
  <table class="hours">
    <caption class="hidden">{props.caption}</caption>
    <tbody>
      <For each={props.lines}>
        {line => (
          <tr>
            <th scope="row">{line.days}<Show when={line.note}>{note => <span class="small muted" lang={langOfTheirs(props.scene.frame)}>{note()}</span>}</Show></th>
            <td>{line.times}</td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
)

/** The week, and the days ahead that differ from it. */
export const Opening: Component<OpeningProps> = props => {
  const words = () => platformWordsOf(props.scene.frame.locale)
  const special = () => listSpecialDays(props)
  return (
    <>
      <Lines scene={props.scene} caption={words().openingHours} lines={weekLines(props.hours, props.scene.frame.locale).map(line => ({ ...line, note: null }))} />
      <Show when={props.hours.byAppointment}><p>{words().byAppointment}</p></Show>
      <Show when={props.hours.note}>{note => <p lang={langOfTheirs(props.scene.frame)}>{note()}</p>}</Show>
      <Show when={special().length > 0}>
        <h3>{words().otherwise}</h3>
        <Lines scene={props.scene} caption={words().otherwise} lines={special()} />
      </Show>
    </>
  )
}
