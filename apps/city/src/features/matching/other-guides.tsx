import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { matching as words } from '../../locales/de/matching.ts'
import { ChooseForm } from './choose-form.tsx'
import { explanationQuery, type GuideVerdict, type WaitingCase } from './matching.queries.ts'
import type { SendingState } from './sending.state.ts'
import { verdictTexts, type Names } from './sentences.ts'
import { isChoosable } from './choosable.ts'

export type CaseProps = { waiting: WaitingCase; state: string; names: Names; sending: SendingState }

const GuideLine: Component<{ told: GuideVerdict; names: Names }> = props => (
  <li>
    <p>
      <strong>{props.names.guide(props.told.guideId)}</strong>{' '}
      <Show when={props.told.verdict.kind === 'excluded' && isChoosable(props.told)}><Badge>{words.soft}</Badge></Show>
    </p>
    <For each={verdictTexts(props.told.verdict, props.names)}>{text => <p class="small">{text}</p>}</For>
  </li>
)

/** Every other guide with the reason why not, and the way to choose one of them after all. */
export const OtherGuides: Component<CaseProps> = props => {
  const { api } = useApp()
  const explanation = useQuery(() => explanationQuery(api, props.waiting.mentorshipId))
  return (
    <Loaded query={explanation} shape="text">
      {found => {
        const others = () => found().verdicts.filter(({ verdict }) => verdict.kind !== 'proposed')
        return (
          <div class="flow">
            <Show when={others().length > 0} fallback={<p class="muted">{words.nobodyElse}</p>}>
              <ul class="plain-list split match-others">
                <For each={others()}>{told => <GuideLine told={told} names={props.names} />}</For>
              </ul>
            </Show>
            <Show when={others().some(isChoosable)}><ChooseForm {...props} choices={others().filter(isChoosable)} /></Show>
          </div>
        )
      }}
    </Loaded>
  )
}
