import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Section } from '@digitallotsen/ui/section.tsx'
import { textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'

/** Who comes into the shop, and from where. */
export const Guides: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return (
    <Section title={textOf(props.frame, 'home.guides.title')}>
      <div class="flow">
        <p class="lead">{textOf(props.frame, 'home.guides.text')}</p>
        <Show when={props.frame.pack.universities.length > 0}>
          <h3>{words().universities}</h3>
          <ul class="plain paired">
            <For each={props.frame.pack.universities}>
              {university => (
                <li>
                  {university.name}{' '}
                  <span class="small muted">
                    {university.place}
                    <Show when={university.distanceKm}>{km => <>, {words().distance(km())}</>}</Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Section>
  )
}
