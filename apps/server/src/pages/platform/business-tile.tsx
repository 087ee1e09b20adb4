import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { ListingCard } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { businessPath } from '../platform-addresses.ts'
import { platformWordsOf } from '../platform-words.ts'
import { Photo } from './photo.tsx'
import { langOfTheirs } from './platform-frame.ts'
import { categoryLabels, findDistrictName } from './platform-labels.ts'

type TileProps = { frame: PageFrame; card: ListingCard; /** Seen without scrolling. */ first?: boolean; state?: JSX.Element }

const initialOf = (name: string): string => [...name].find(sign => /[\p{L}\d]/u.test(sign))?.toUpperCase() ?? ''

/** Where no photo is, an awning in the city's colours with the initial on it. */
const Picture: Component<Pick<TileProps, 'frame' | 'card' | 'first'>> = props => (
  <Show when={props.card.photo} fallback={<div class="tile-picture awning" aria-hidden="true">{initialOf(props.card.name)}</div>}>
    {photo => <div class="tile-picture"><Photo photo={photo()} first={props.first ?? false} lang={langOfTheirs(props.frame)} /></div>}
  </Show>
)

const placeOf = ({ frame, card }: TileProps): string => [card.street, findDistrictName(frame, card.districtId)].filter(Boolean).join(', ')

/** A business in a list; the whole tile leads to its page. */
export const BusinessTile: Component<TileProps> = props => {
  const lang = () => langOfTheirs(props.frame)
  const trade = () => categoryLabels(props.frame, props.card.categories)[0]
  return (
    <li class="card card-link tile">
      <Picture frame={props.frame} card={props.card} first={props.first ?? false} />
      <div class="tile-text">
        <Show when={trade()}>{label => <p class="card-eyebrow">{label()}</p>}</Show>
        <h3 class="card-title" lang={lang()}>
          <a href={linkFrom(props.frame, businessPath(props.card.slug))}>{props.card.name}</a>
          <Show when={props.card.sample && !props.frame.sample}>{' '}<Badge>{platformWordsOf(props.frame.locale).invented}</Badge></Show>
        </h3>
        <Show when={props.card.tagline}>{tagline => <p lang={lang()}>{tagline()}</p>}</Show>
        <Show when={placeOf(props)}>{place => <p class="small muted" lang={lang()}>{place()}</p>}</Show>
        {props.state}
      </div>
    </li>
  )
}
