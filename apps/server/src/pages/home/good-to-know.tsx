import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Icon } from '@digitallotsen/ui/icon.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import { Section } from '@digitallotsen/ui/section.tsx'
import { legalPaths } from '../addresses.ts'
import { linkFrom } from '../page-frame.ts'
import { textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'

const topics: readonly { key: string; icon: IconName; href?: string }[] = [
  { key: 'forWhom', icon: 'shop' },
  { key: 'cost', icon: 'check-circle' },
  { key: 'privacy', icon: 'lock', href: legalPaths.privacy },
]

/** For whom, what it costs, what happens to the answers. */
export const GoodToKnow: Component<{ frame: PartFrame }> = props => {
  const text = (key: string) => textOf(props.frame, `home.${key}`)
  const written = () => topics.filter(({ key }) => text(`${key}.title`) !== '')
  return (
    <Section title={wordsOf(props.frame.locale).goodToKnow}>
      <ul class="signed one">
        <For each={written()}>
          {topic => (
            <li>
              <Icon name={topic.icon} />
              <div>
                <h3>{text(`${topic.key}.title`)}</h3>
                <p>{text(`${topic.key}.text`)}</p>
                <Show when={topic.href && text(`${topic.key}.link`)}>
                  {label => <p><a href={linkFrom(props.frame, topic.href ?? '/')}>{label()}</a></p>}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Section>
  )
}
