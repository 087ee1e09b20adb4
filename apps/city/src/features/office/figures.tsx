import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { Band } from '@digitallotsen/domain/check/result.schemas.ts'
import { BarList } from '@digitallotsen/ui/bar-row.tsx'
import { Facts } from '@digitallotsen/ui/facts.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { office } from '../../locales/de/office.ts'
import { bandTones } from '../result/band-badge.tsx'
import { addressWith } from './list-address.ts'
import { figuresQuery } from './office.queries.ts'

const words = office.figures
const bands: readonly Band[] = ['start', 'build', 'secure', 'model']

const Numbers: Component<{ figures: Outputs['office']['figures'] }> = props => {
  const { base } = useApp()
  const { figures } = props
  return (
    <Facts
      items={[
        { label: words.merchants, value: figures.merchants, href: addressWith(base, {}, {}) },
        { label: words.checked, value: figures.checked, note: words.share(figures.checked, figures.merchants), href: addressWith(base, {}, { sortierung: 'checked_at', richtung: 'ab' }) },
        { label: words.planned, value: figures.planned, note: words.share(figures.planned, figures.merchants), href: addressWith(base, {}, { sortierung: 'open_musts', richtung: 'ab' }) },
        { label: words.tasksDone, value: figures.tasksDone },
      ]}
    />
  )
}

const Bands: Component<{ figures: Outputs['office']['figures'] }> = props => {
  const texts = useTexts()
  const { base } = useApp()
  const total = () => bands.reduce((sum, band) => sum + props.figures.byBand[band], 0)
  const rows = () =>
    bands.map(band => ({
      label: <a href={addressWith(base, {}, { stand: band })}>{texts.bands[band]}</a>,
      value: props.figures.byBand[band],
      max: total(),
      valueText: String(props.figures.byBand[band]),
      tone: bandTones[band],
    }))
  return (
    <div class="flow">
      <h3>{words.bandsTitle}</h3>
      <Show when={total() > 0} fallback={<p class="muted">{words.bandsNone}</p>}>
        <BarList rows={rows()} />
      </Show>
    </div>
  )
}

/** The city in numbers, each leading to the list behind it. */
export const Figures: Component = () => {
  const { api } = useApp()
  const figures = useQuery(() => figuresQuery(api))
  return (
    <Loaded query={figures} shape="cards">
      {data => (
        <section class="figures-band">
          <h2 class="hidden">{words.title}</h2>
          <Numbers figures={data()} />
          <Bands figures={data()} />
        </section>
      )}
    </Loaded>
  )
}
