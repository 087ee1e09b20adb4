import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { phases } from '@digitallotsen/domain/mentorship/mentorship.words.ts'
import { useApp } from '../../app/app-context.ts'
import { formatShortInstant } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { timelineQuery } from './mentorship.queries.ts'

type Happened = Outputs['mentorship']['timeline'][number]

/** All that happened in the case and to the plan of its business, newest first. */
export const Timeline: Component<{ mentorshipId: string }> = props => {
  const words = useTexts('mentorship')
  const { api, locale } = useApp()
  const events = useQuery(() => timelineQuery(api, props.mentorshipId))
  const more = ({ kind, details, actor }: Happened): string => {
    const to = kind === 'phase.moved' ? phases.find(phase => phase === details['to']) : undefined
    const measure = typeof details['measureId'] === 'string' ? details['measureId'] : undefined
    return [to && words.phases[to], measure, actor].filter(Boolean).join(', ')
  }
  return (
    <section class="flow">
      <h2>{words.file.timeline}</h2>
      <Loaded query={events} shape="text">
        {found => (
          <Show when={found().length > 0} fallback={<p class="muted">{words.file.noEvents}</p>}>
            <ol class="plain-list split">
              <For each={found()}>
                {event => <li><strong>{words.events[event.kind] ?? words.otherEvent}</strong> <span>{more(event)}</span><br /><span class="small muted">{formatShortInstant(event.at, locale)}</span></li>}
              </For>
            </ol>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
