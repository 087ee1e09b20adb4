import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { matching } from '../../locales/de/matching.ts'
import { whatIfQuery, type WhatIf } from './matching.queries.ts'
import { placeText, profileText, type Names } from './sentences.ts'

const words = matching.whatIf
const and = new Intl.ListFormat('de', { type: 'conjunction' })

const Answer: Component<{ answer: WhatIf; names: Names }> = props => {
  const unserved = () => props.answer.waiting - props.answer.served
  return (
    <Show when={unserved() > 0} fallback={<p>{words.all}</p>}>
      <Show when={props.answer.profiles.length + props.answer.places.length > 0} fallback={<p>{words.nothing}</p>}>
        <Show when={props.answer.profiles.length > 0}>
          <h3>{words.profilesTitle}</h3>
          <ul class="flow">
            <For each={props.answer.profiles}>
              {profile => <li>{profileText(profile, unserved(), props.names)} <Show when={profile.fields.length > 0}><span class="small muted">{words.strong(and.format(profile.fields.map(props.names.field)))}</span></Show></li>}
            </For>
          </ul>
        </Show>
        <Show when={props.answer.places.length > 0}>
          <h3>{words.placesTitle}</h3>
          <ul class="flow"><For each={props.answer.places}>{place => <li>{placeText(place, props.names)}</li>}</For></ul>
        </Show>
      </Show>
    </Show>
  )
}

/** What a guide or a place more would change; computed when it is asked for, since it takes a moment. */
export const WhatIfPanel: Component<{ names: Names }> = props => {
  const { api } = useApp()
  const [isAsked, setAsked] = createSignal(false)
  const answer = useQuery(() => ({ ...whatIfQuery(api), enabled: isAsked() }))
  return (
    <section class="flow match-what-if">
      <h2>{words.title}</h2>
      <p class="muted">{words.text}</p>
      <Show when={isAsked()} fallback={<div><Button variant="secondary" icon="chart" onClick={() => setAsked(true)}>{words.load}</Button></div>}>
        <div class="flow" aria-live="polite"><Loaded query={answer} shape="text">{found => <Answer answer={found()} names={props.names} />}</Loaded></div>
      </Show>
    </section>
  )
}
