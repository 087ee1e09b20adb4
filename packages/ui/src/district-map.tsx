import { For, Show, createMemo, createUniqueId } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { classes } from './classes.ts'
import { layoutMap } from './map-layout.ts'
import type { MapOutlines, MapPlace, PlacedCircle, PlacedLabel } from './map-layout.ts'
import './styles/map.css'

export interface MapDistrict extends MapPlace {
  href?: string | undefined
  /** How strongly it is filled. */
  shade?: 0 | 1 | 2 | 3 | 4 | undefined
  current?: boolean | undefined
  /** Read out behind the name, e.g. „12 Betriebe“. */
  note?: string | undefined
}

export interface DistrictMapProps {
  title: string
  description: string
  districts: readonly MapDistrict[]
  outlines?: MapOutlines | undefined
  /** Source and licence of the geodata, printed below. */
  source?: JSX.Element | undefined
}

const anchorX = (label: PlacedLabel): number => label.x + { start: 0, middle: label.width / 2, end: label.width }[label.anchor]

const Area: Component<{ district: MapDistrict; circle: PlacedCircle; label: PlacedLabel | undefined }> = (props) => (
  <>
    <circle
      class={classes('map-area', `map-area-${props.district.shade ?? 2}`, props.district.current && 'map-area-current')}
      cx={props.circle.x.toFixed(1)}
      cy={props.circle.y.toFixed(1)}
      r={props.circle.r.toFixed(1)}
    />
    <Show when={props.label}>
      {(label) => (
        <>
          <Show when={label().leader}>
            {(leader) => <line class="map-leader" x1={leader().x1.toFixed(1)} y1={leader().y1.toFixed(1)} x2={leader().x2.toFixed(1)} y2={leader().y2.toFixed(1)} />}
          </Show>
          <text class="map-label" x={anchorX(label()).toFixed(1)} y={(label().y + label().height / 2).toFixed(1)} dy=".35em" text-anchor={label().anchor} aria-hidden="true">
            {label().text}
          </text>
        </>
      )}
    </Show>
  </>
)

/** Districts as circles of their true size, each a link where it has an address; the caller sets an equal list beside it. */
export const DistrictMap: Component<DistrictMapProps> = (props) => {
  const id = `map-${createUniqueId()}`
  const layout = createMemo(() => layoutMap(props.districts, props.outlines))
  const circleOf = (district: MapDistrict): PlacedCircle => layout().circles.find((circle) => circle.id === district.id) ?? { id: district.id, x: 0, y: 0, r: 0 }
  const labelOf = (district: MapDistrict): PlacedLabel | undefined => layout().labels.find((label) => label.id === district.id)
  const nameOf = (district: MapDistrict): string => (district.note ? `${district.name}, ${district.note}` : district.name)
  const bySize = createMemo(() => [...props.districts].sort((a, b) => b.radius - a.radius))
  return (
    <figure class="chart map">
      <svg viewBox={`0 0 ${layout().width} ${layout().height}`} role="group" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-text`}>{props.description}</desc>
        <For each={layout().outlines}>{(path) => <path class="map-outline" d={path} />}</For>
        <For each={bySize()}>
          {(district) => (
            <Show
              when={district.href}
              fallback={
                <g role="img" aria-label={nameOf(district)}>
                  <Area district={district} circle={circleOf(district)} label={labelOf(district)} />
                </g>
              }
            >
              {(href) => (
                <g>
                  <a href={href()} aria-label={nameOf(district)} aria-current={district.current ? 'true' : undefined}>
                    <Area district={district} circle={circleOf(district)} label={labelOf(district)} />
                  </a>
                </g>
              )}
            </Show>
          )}
        </For>
      </svg>
      <Show when={props.source}>
        <figcaption class="small muted">{props.source}</figcaption>
      </Show>
    </figure>
  )
}
