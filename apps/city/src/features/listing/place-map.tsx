import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import type { District } from '@digitallotsen/domain/tenant/city.schemas.ts'
import { createSignal } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { createFlatMap, metresBetween, pointText, readPoint } from './place.rules.ts'
import type { Point } from './place.rules.ts'
import './place-map.css'

const size = 320
/** A district somewhat farther than its edge, so that its neighbours show. */
const margin = 1.5
const farthest = 30_000

export type PlaceMapProps = { district: District; place: Point & { source: 'district' | 'map' }; onChange: (place: Point | undefined) => void }

/** Where the door is: a tap on the drawn district, or the two numbers of any map. */
export const PlaceMap: Component<PlaceMapProps> = props => {
  const words = useTexts('listing').address
  const { districts } = useApp().city
  const [error, setError] = createSignal<string>()
  const map = () => createFlatMap(props.district, props.district.radius * margin, size)
  const mark = () => map().toSpot(props.place)
  const tap = (event: MouseEvent & { currentTarget: SVGSVGElement }): void => {
    const box = event.currentTarget.getBoundingClientRect()
    const scale = size / box.width
    setError(undefined)
    props.onChange(map().toPoint({ x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }))
  }
  const type = (typed: string): void => {
    const point = readPoint(typed)
    const isHere = point && metresBetween(point, props.district) < farthest
    setError(isHere ? undefined : point ? words.pointFar : words.pointError)
    if (isHere) props.onChange(point)
  }
  return (
    <div class="flow">
      <p>{words.mapText}</p>
      <svg class="place-map" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={words.mapLabel(props.district.name)} onClick={tap}>
        <For each={districts}>
          {district => {
            const spot = () => map().toSpot(district)
            return (
              <>
                <circle class={district.id === props.district.id ? 'place-own' : 'place-other'} cx={spot().x} cy={spot().y} r={map().lengthOf(district.radius)} />
                <text class="place-name" x={spot().x} y={spot().y} text-anchor="middle" aria-hidden="true">{district.name}</text>
              </>
            )
          }}
        </For>
        <g transform={`translate(${mark().x} ${mark().y})`}>
          <path class="place-pin" d="M0 0C-4-7-10-11-10-18a10 10 0 1 1 20 0C10-11 4-7 0 0Z" />
          <circle class="place-eye" cy="-18" r="3.5" />
        </g>
      </svg>
      <TextInput
        name="point" width="m" label={words.point} hint={words.pointHint} error={error()} value={pointText(props.place)} onChange={event => type(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          type(event.currentTarget.value)
        }}
      />
      <Show when={props.place.source === 'map'}>
        <Button variant="quiet" icon="undo" onClick={() => props.onChange(undefined)}>{words.toDistrict}</Button>
      </Show>
    </div>
  )
}
