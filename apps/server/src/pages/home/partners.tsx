import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Section } from '@digitallotsen/ui/section.tsx'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'

/** Who stands behind it in the city; a draft says that nobody has confirmed yet. */
export const Partners: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const pack = () => props.frame.pack
  const names = () => [...pack().partners.map(({ name }) => name), ...(pack().chamber ? [pack().chamber] : [])]
  return (
    <Show when={names().length > 0}>
      <Section title={words().partners} lead={props.frame.draft ? words().partnersOpen : undefined}>
        <ul class="plain two">
          <For each={names()}>{name => <li>{name}</li>}</For>
        </ul>
        <Show when={pack().website}>
          {href => <p><a href={href()}>{words().cityWebsite}</a></p>}
        </Show>
      </Section>
    </Show>
  )
}
