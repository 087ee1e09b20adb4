import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { FindingPlace } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { groupPlaces, hasSpot, safeHref, shortAddress } from './findings.rules.ts'
import './website.css'

/** As many as one reads before asking for more. */
const shown = 4

/** An address of a foreign site, as a link where it is one. */
export const PageLink: Component<{ page: string }> = props => (
  <Show when={safeHref(props.page)} fallback={<span class="foreign">{props.page}</span>}>
    {href => <a class="foreign" href={href()} rel="noopener noreferrer nofollow external" target="_blank">{shortAddress(href())}</a>}
  </Show>
)

/** Where it was seen; quote, page and selector are words of a foreign site, and stay words. */
const Spot: Component<{ place: FindingPlace }> = props => {
  const words = useTexts('website').finding
  return (
    <li>
      <Show when={props.place.quote}>{quote => <q class="foreign">{quote()}</q>}</Show>
      <Show when={props.place.page}>{page => <PageLink page={page()} />}</Show>
      <Show when={props.place.selector}>{selector => <span class="muted">{words.selector}: <code class="foreign">{selector()}</code></span>}</Show>
    </li>
  )
}

const List: Component<{ places: readonly FindingPlace[] }> = props => (
  <ul class="plain-list places">
    <For each={groupPlaces(props.places)}>
      {group => (
        <li>
          <span lang="de">{group.text}</span>
          <Show when={group.places.some(hasSpot)}>
            <ul class="plain-list spots small"><For each={group.places.filter(hasSpot)}>{place => <Spot place={place} />}</For></ul>
          </Show>
        </li>
      )}
    </For>
  </ul>
)

/** The places of a finding, the first ones at once, the others on demand. */
export const FindingPlaces: Component<{ places: readonly FindingPlace[] }> = props => {
  const words = useTexts('website').finding
  const rest = () => props.places.slice(shown)
  return (
    <>
      <List places={props.places.slice(0, shown)} />
      <Show when={rest().length > 0}>
        <Details help summary={words.morePlaces(rest().length)}>
          <List places={rest()} />
        </Details>
      </Show>
    </>
  )
}
