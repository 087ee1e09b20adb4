import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { DistrictMap, type MapDistrict } from '@digitallotsen/ui/district-map.tsx'
import { mainLocale } from '../addresses.ts'
import { outlinesOf } from '../home/districts.tsx'
import { linkFrom } from '../page-frame.ts'
import { directoryPath } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import type { FinderProps } from './filter-form.tsx'

type Shade = NonNullable<MapDistrict['shade']>

/** Palest without a business; the fullest never so strong that a name upon it is hard to read. */
const shadeOf = (count: number, most: number): Shade => {
  if (count === 0) return 1
  return count * 2 <= most ? 2 : 3
}

const placesOf = ({ frame, query, counts }: FinderProps) => {
  const known = new Map(counts.byDistrict.map(({ id, count }) => [id, count]))
  const most = Math.max(1, ...known.values())
  return frame.pack.city.districts.map(district => {
    const count = known.get(district.id) ?? 0
    const href = count === 0 ? undefined : `${linkFrom(frame, directoryPath({ district: district.id }))}#liste`
    return { ...district, count, href, shade: shadeOf(count, most), current: district.id === query.district }
  })
}

/** How many businesses each district has, as a map and, equal to it, as a list; each leads to its part of the directory. */
export const ByDistrict: Component<FinderProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const places = () => placesOf(props)
  return (
    <Show when={places().length > 0 && props.counts.total > 0}>
      <section class="by-district no-print" id="stadtteile" aria-labelledby="stadtteile-titel">
        <h2 id="stadtteile-titel">{words().byDistrict}</h2>
        <DistrictMap
          title={words().districtMap(props.frame.pack.name)}
          description={words().districtMapText}
          districts={places().map(({ count, ...place }) => ({ ...place, note: words().businessCount(count) }))}
          outlines={outlinesOf(props.frame)}
          source={words().mapNote}
        />
        <ul class="plain" lang={mainLocale}>
          <For each={places()}>
            {place => (
              <li>
                <Show when={place.href} fallback={<span class="muted">{place.name}</span>}>
                  {href => <a href={href()} aria-current={place.current ? 'true' : undefined}>{place.name}</a>}
                </Show>
                <span class="figures muted">{place.count}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
