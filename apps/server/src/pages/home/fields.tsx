import { For } from 'solid-js'
import type { Component } from 'solid-js'
import type { ActionField } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { Icon } from '@digitallotsen/ui/icon.tsx'
import type { IconName } from '@digitallotsen/ui/icon-names.ts'
import { Section } from '@digitallotsen/ui/section.tsx'
import { firstText, textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'

/** In the order of the framework's fields: goals, being found, partners, tools, knowledge. */
const signs: readonly IconName[] = ['flag', 'pin', 'people', 'settings', 'key']

export const fieldsOf = (frame: PartFrame): readonly ActionField[] => frame.pack.catalogues[frame.locale]?.fields ?? []

/** What the check looks at. */
export const Fields: Component<{ frame: PartFrame }> = props => (
  <Section id="felder" title={textOf(props.frame, 'home.fields.title')} lead={textOf(props.frame, 'home.fields.lead')}>
    <ul class="signed">
      <For each={fieldsOf(props.frame)}>
        {(field, index) => (
          <li>
            <Icon name={signs[index()] ?? 'star'} />
            <div>
              <h3>{field.title}</h3>
              <p>{firstText(textOf(props.frame, `home.fields.${field.id}`), field.mission)}</p>
            </div>
          </li>
        )}
      </For>
    </ul>
  </Section>
)
