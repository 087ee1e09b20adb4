import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { classes } from './classes.ts'
import { percentOf, plainNumber } from './scales.ts'
import './styles/charts.css'

export interface DifferenceRow {
  label: string
  /** Null where one of the two has no value: then there is no difference either. */
  before: number | null
  after: number | null
}

export interface DifferenceBarsProps {
  caption: string
  rows: readonly DifferenceRow[]
  max: number
  headings: { label: string; before: string; after: string; difference: string }
  format?: ((value: number) => string) | undefined
  /** Said in place of a value that is not there; a dash where nothing is given. */
  missing?: string | undefined
}

/** A difference with its sign in words a screen reader reads: „+1,2“, „−0,4“ (a true minus), „±0“. */
export function signed(difference: number, format: (value: number) => string): string {
  const size = format(Math.abs(difference))
  if (size === format(0)) return `±${size}`
  return difference > 0 ? `+${size}` : `−${size}`
}

const Bar: Component<{ class: string; top: number; height: number; value: number | null; max: number }> = (props) => (
  <Show when={props.value !== null}>
    <rect class={props.class} y={props.top} width={`${percentOf(props.value ?? 0, props.max).toFixed(2)}%`} height={props.height} rx="1.5" />
  </Show>
)

const hasFallen = ({ before, after }: DifferenceRow): boolean => before !== null && after !== null && after < before

const Pair: Component<{ row: DifferenceRow; max: number }> = (props) => (
  <svg aria-hidden="true">
    <Bar class="bar-before" top={2} height={7} value={props.row.before} max={props.max} />
    <Bar class={classes('bar-after', hasFallen(props.row) && 'bar-fallen')} top={11} height={12} value={props.row.after} max={props.max} />
  </svg>
)

const Key: Component<{ class: string }> = (props) => (
  <svg viewBox="0 0 20 12" aria-hidden="true">
    <rect class={props.class} width="20" height="12" rx="1.5" />
  </svg>
)

/** Before and after as pairs of bars; the chart is the table of its figures. */
export const DifferenceBars: Component<DifferenceBarsProps> = (props) => {
  const format = (value: number): string => (props.format ?? plainNumber)(value)
  const said = (value: number | null): string => (value === null ? (props.missing ?? '–') : format(value))
  const difference = ({ before, after }: DifferenceRow): string => (before === null || after === null ? '–' : signed(after - before, format))
  return (
    <table class="chart-table differences">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.headings.label}</th>
          <th scope="col" class="chart-wide">
            <span class="key">
              <Key class="bar-before" />
              {props.headings.before}
            </span>
            <span class="key">
              <Key class="bar-after" />
              {props.headings.after}
            </span>
          </th>
          <th scope="col">{props.headings.difference}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td class="chart-wide">
                <Pair row={row} max={props.max} />
                <span class="chart-numbers">
                  {props.headings.before} {said(row.before)} → {props.headings.after} {said(row.after)}
                </span>
              </td>
              <td class="delta">{difference(row)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
