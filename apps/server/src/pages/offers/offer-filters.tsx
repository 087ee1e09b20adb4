import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { kindParams, offersParams, platformPaths, spans } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { byLabel } from '../platform/platform-labels.ts'
import type { OffersPageQuery } from '../public-pages.types.ts'

/** Where, what and when, in one form whose answer is an address. */
export const OfferFilters: Component<{ frame: PageFrame; query: OffersPageQuery }> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const districts = () => byLabel('de', props.frame.pack.city.districts.map(({ id, name }) => ({ value: id, label: name })))
  const kinds = () => (['offer', 'event'] as const).map(kind => ({ value: kindParams[kind], label: words().kind[kind] }))
  const stretches = () => spans.map(span => ({ value: span, label: words().span[span] }))
  const kind = () => (props.query.kind === null ? '' : kindParams[props.query.kind])
  return (
    <form class="finder no-print" role="search" method="get" action={`${linkFrom(props.frame, platformPaths.offers)}#liste`}>
      <div class="finder-filters">
        <Select name={offersParams.span} label={words().spanLabel} options={stretches()} value={props.query.span} />
        <Select name={offersParams.kind} label={words().kindLabel} placeholder={words().anyKind} options={kinds()} value={kind()} />
        <Select name={offersParams.district} label={words().district} placeholder={words().anyDistrict} options={districts()} value={props.query.district ?? ''} />
        <Button type="submit">{words().showButton}</Button>
      </div>
    </form>
  )
}
