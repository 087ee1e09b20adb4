import { For, Show, createUniqueId } from 'solid-js'
import type { Component } from 'solid-js'
import { radarLabel, radarLineHeight, radarOutline, radarPoint, radarSize } from './radar-layout.ts'
import type { RadarValue } from './radar-layout.ts'
import { classes } from './classes.ts'
import { percentOf, plainNumber } from './scales.ts'
import './styles/charts.css'

export interface RadarSeries {
  label: string
  /** Null where an axis has no value: its spoke is dashed and the shape leaves it open. */
  values: readonly RadarValue[]
}

export interface RadarChartProps {
  title: string
  /** What the shape shows, in a sentence: the text alternative. */
  description: string
  axes: readonly { label: string }[]
  /** One, or two to compare; further ones are not drawn. */
  series: readonly RadarSeries[]
  max: number
  rings?: number | undefined
  /** Headings of the table beside the drawing. */
  table: { caption: string; axis: string }
  format?: ((value: number) => string) | undefined
  /** Said in place of a value that is not there; a dash where nothing is given. */
  missing?: string | undefined
}

const looks = ['first', 'second'] as const

const Grid: Component<{ count: number; rings: number; isOpen: (index: number) => boolean }> = (props) => (
  <>
    <For each={Array.from({ length: props.rings }, (_, index) => (index + 1) / props.rings)}>
      {(share) => (
        <polygon
          class="chart-grid"
          points={Array.from({ length: props.count }, (_, index) => radarPoint(index, props.count, share)).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      )}
    </For>
    <For each={Array.from({ length: props.count }, (_, index) => radarPoint(index, props.count, 1))}>
      {(end, index) => <line class={classes('chart-grid', props.isOpen(index()) && 'chart-open')} x1={radarSize.centerX} y1={radarSize.centerY} x2={end.x.toFixed(1)} y2={end.y.toFixed(1)} />}
    </For>
  </>
)

const Dot: Component<{ look: (typeof looks)[number]; point: { x: number; y: number } }> = (props) => (
  <circle class={`chart-dot-${props.look}`} cx={props.point.x.toFixed(1)} cy={props.point.y.toFixed(1)} r="4" />
)

const Shape: Component<{ series: RadarSeries; count: number; max: number; look: (typeof looks)[number] }> = (props) => {
  const outline = () => radarOutline(props.series.values, props.count, props.max)
  const place = `translate(${radarSize.centerX} ${radarSize.centerY})`
  return (
    <>
      <path class={`chart-${props.look} chart-fill`} d={outline().area} transform={place} />
      <path class={`chart-${props.look} chart-edge`} d={outline().edge} transform={place} />
      <For each={props.series.values.slice(0, props.count)}>
        {(value, index) => (
          <Show when={value !== null}>
            <Dot look={props.look} point={radarPoint(index(), props.count, percentOf(value ?? 0, props.max) / 100)} />
          </Show>
        )}
      </For>
    </>
  )
}

const AxisLabel: Component<{ label: string; index: number; count: number; value: string | undefined; open: boolean }> = (props) => {
  const place = () => radarLabel(props.label, props.index, props.count, props.value)
  return (
    <text x={place().x.toFixed(1)} y={place().y.toFixed(1)} text-anchor={place().anchor}>
      <For each={place().lines}>
        {(line, row) => (
          <tspan x={place().x.toFixed(1)} dy={row() === 0 ? 0 : radarLineHeight}>
            {line}
          </tspan>
        )}
      </For>
      <Show when={props.value}>
        <tspan class={props.open ? 'chart-quiet' : 'chart-value'} x={place().x.toFixed(1)} dy={radarLineHeight}>
          {props.value}
        </tspan>
      </Show>
    </text>
  )
}

const Legend: Component<{ series: readonly RadarSeries[] }> = (props) => (
  <ul class="legend">
    <For each={props.series}>
      {(series, index) => (
        <li>
          <svg viewBox="0 0 28 14" aria-hidden="true">
            <path class={`chart-${looks[index()]}`} d="M1 7H27" />
            <circle class={`chart-dot-${looks[index()]}`} cx="14" cy="7" r="4" />
          </svg>
          {series.label}
        </li>
      )}
    </For>
  </ul>
)

/** A star of three to eight axes with one or two series, and the same figures as a table beside it. */
export const RadarChart: Component<RadarChartProps> = (props) => {
  const id = `radar-${createUniqueId()}`
  const format = (value: RadarValue | undefined): string => (typeof value === 'number' ? (props.format ?? plainNumber)(value) : (props.missing ?? '–'))
  const shown = (): readonly RadarSeries[] => props.series.slice(0, 2)
  const isOpen = (index: number): boolean => shown().every((series) => typeof series.values[index] !== 'number')
  return (
    <figure class="chart radar">
      <svg viewBox={`0 0 ${radarSize.width} ${radarSize.height}`} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-text`}>{props.description}</desc>
        <Grid count={props.axes.length} rings={props.rings ?? 4} isOpen={isOpen} />
        <For each={shown()}>{(series, index) => <Shape series={series} count={props.axes.length} max={props.max} look={looks[index()] ?? 'first'} />}</For>
        <For each={props.axes}>
          {(axis, index) => (
            <AxisLabel
              label={axis.label}
              index={index()}
              count={props.axes.length}
              open={isOpen(index())}
              value={shown().length === 1 ? format(shown()[0]?.values[index()]) : undefined}
            />
          )}
        </For>
      </svg>
      <figcaption class="stack">
        <p>{props.description}</p>
        <Show when={shown().length > 1}>
          <Legend series={shown()} />
        </Show>
        <table class="chart-table">
          <caption>{props.table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{props.table.axis}</th>
              <For each={shown()}>{(series) => <th scope="col">{series.label}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={props.axes}>
              {(axis, index) => (
                <tr>
                  <th scope="row">{axis.label}</th>
                  <For each={shown()}>{(series) => <td class={typeof series.values[index()] === 'number' ? undefined : 'muted'}>{format(series.values[index()])}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </figcaption>
    </figure>
  )
}
