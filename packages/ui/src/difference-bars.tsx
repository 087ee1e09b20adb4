import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { classes } from './classes.ts'
import { percentOf, plainNumber } from './scales.ts'

export interface DifferenceRow {
  label: string
  before: number
  after: number
}

export interface DifferenceBarsProps {
  caption: string
  rows: readonly DifferenceRow[]
  max: number
  headings: { label: string; before: string; after: string; difference: string }
  format?: ((value: number) => string) | undefined
}

/** A difference with its sign in words a screen reader reads: „+1,2“, „−0,4“ (a true minus), „±0“. */
export function signed(difference: number, format: (value: number) => string): string {
  const size = format(Math.abs(difference))
  if (size === format(0)) return `±${size}`
  return difference > 0 ? `+${size}` : `−${size}`
}

const Pair: Component<{ row: DifferenceRow; max: number }> = (props) => (
  <svg aria-hidden="true">
    <rect class="bar-before" y="2" width={`${percentOf(props.row.before, props.max).toFixed(2)}%`} height="7" rx="1.5" />
    <rect
      class={classes('bar-after', props.row.after < props.row.before && 'bar-fallen')}
      y="11"
      width={`${percentOf(props.row.after, props.max).toFixed(2)}%`}
      height="12"
      rx="1.5"
    />
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
                  {props.headings.before} {format(row.before)} → {props.headings.after} {format(row.after)}
                </span>
              </td>
              <td class="delta">{signed(row.after - row.before, format)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}
