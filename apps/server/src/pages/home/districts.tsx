import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { DistrictMap } from '@digitallotsen/ui/district-map.tsx'
import { Section } from '@digitallotsen/ui/section.tsx'
import { mainLocale } from '../addresses.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'

export const outlinesOf = ({ pack }: PartFrame) => ({
  type: 'FeatureCollection' as const,
  features: Object.values(pack.outlines).map(geometry => ({ type: 'Feature' as const, geometry })),
})

/** The shopping districts as a map and, equal to it, as a list. */
export const Districts: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const districts = () => props.frame.pack.city.districts
  return (
    <Show when={districts().length > 0}>
      <Section id="zentren" title={words().districts} lead={words().districtsLead}>
        <div class="places">
          <DistrictMap
            title={words().mapTitle(props.frame.pack.name)}
            description={words().mapText}
            districts={districts()}
            outlines={outlinesOf(props.frame)}
            source={words().mapNote}
          />
          <ul class="plain paired" lang={mainLocale}>
            <For each={districts()}>
              {district => (
                <li>
                  {district.name}
                  <Show when={district.tier}>{tier => <>{' '}<span class="small muted">{tier()}</span></>}</Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Section>
    </Show>
  )
}
