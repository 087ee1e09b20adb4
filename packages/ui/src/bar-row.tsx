import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import type { Tone } from './native.ts'
import { percentOf } from './scales.ts'
import './styles/bars.css'

export interface BarRowProps {
  label: JSX.Element
  /** Null where there is no value: the track stays an empty outline. */
  value: number | null
  max: number
  /** The value in words or figures, e.g. „3,2 von 4“; the bar itself is decoration. */
  valueText: string
  note?: JSX.Element | undefined
  tone?: Exclude<Tone, 'neutral'> | undefined
  /** Where a band begins, with the name to set below the bar. */
  marks?: readonly { at: number; label?: string | undefined }[] | undefined
  target?: { at: number; label: string } | undefined
}

const Line: Component<{ class: string; at: number; from: number; to: number }> = (props) => (
  <line class={props.class} x1={`${props.at.toFixed(2)}%`} x2={`${props.at.toFixed(2)}%`} y1={props.from} y2={props.to} />
)

const Mark: Component<{ at: number; label: string | undefined }> = (props) => (
  <>
    <Line class="bar-gap" at={props.at} from={0} to={12} />
    <Line class="bar-tick" at={props.at} from={12} to={17} />
    <Show when={props.label}>
      <text class="bar-scale" x={`${props.at.toFixed(2)}%`} y="31" text-anchor={props.at < 8 ? 'start' : props.at > 92 ? 'end' : 'middle'}>
        {props.label}
      </text>
    </Show>
  </>
)

/** A score as a bar with the marks of its bands; says the value as text beside the label. */
export const BarRow: Component<BarRowProps> = (props) => (
  <div class="bar">
    <span>
      {props.label}
      <Show when={props.note}>
        <span class="bar-note">{props.note}</span>
      </Show>
    </span>
    <span class={classes('bar-value', props.value === null && 'bar-unknown')}>
      {props.valueText}
      <Show when={props.target}>{(target) => <span class="muted"> {target().label}</span>}</Show>
    </span>
    <svg class={props.marks?.some((mark) => mark.label) ? 'bar-scaled' : undefined} aria-hidden="true">
      <Show when={props.value !== null} fallback={<rect class="bar-track bar-none" width="100%" height="12" rx="2" />}>
        <rect class="bar-track" width="100%" height="12" rx="2" />
        <rect class={`bar-fill tone-${props.tone ?? 'info'}`} width={`${percentOf(props.value ?? 0, props.max).toFixed(2)}%`} height="12" rx="2" />
        <For each={props.marks}>{(mark) => <Mark at={percentOf(mark.at, props.max)} label={mark.label} />}</For>
      </Show>
      <Show when={props.target}>{(target) => <Line class="bar-target" at={percentOf(target().at, props.max)} from={-4} to={16} />}</Show>
    </svg>
  </div>
)

/** Several bars below each other as a list. */
export const BarList: Component<{ rows: readonly BarRowProps[] }> = (props) => (
  <ul class="bars">
    <For each={props.rows}>
      {(row) => (
        <li>
          <BarRow {...row} />
        </li>
      )}
    </For>
  </ul>
)
