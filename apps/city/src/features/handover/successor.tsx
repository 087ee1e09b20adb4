import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { handover } from '../../locales/de/handover.ts'
import { candidatesQuery, useHandoverAct, type HandoverFile } from './handover.queries.ts'

const words = handover.successor

/** Who could take over, with what speaks for and against; the office decides, and the business is told. */
export const Successor: Component<{ file: HandoverFile }> = props => {
  const { api } = useApp()
  const act = useHandoverAct()
  const candidates = useQuery(() => ({ ...candidatesQuery(api, props.file.id), reconcile: 'guideId' }))
  const name = (guideId: string): void => act.run({ send: client => client.handover.name.mutate({ handoverId: props.file.id, guideId: guideId as never }), said: words.named })
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <p class="muted">{words.lead}</p>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Loaded query={candidates}>
        {found => (
          <Show when={found().length > 0} fallback={<p>{words.none}</p>}>
            <ul class="plain-list split">
              <For each={found()}>
                {one => (
                  <li class="flow">
                    <p class="row"><strong>{one.name ?? handover.someone}</strong><Show when={one.guideId === props.file.toGuideId}><Badge tone="success">{words.isNamed}</Badge></Show></p>
                    <p class="small muted">{[...one.reasons.map(reason => words.reasons[reason]), ...(one.freePlaces > 0 ? [words.places(one.freePlaces)] : [])].join(', ')}</p>
                    <Show when={one.guideId !== props.file.toGuideId}>
                      <div><Button variant="secondary" busy={act.isPending()} onClick={() => name(one.guideId)}>{words.choose(one.name ?? handover.someone)}</Button></div>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Loaded>
    </section>
  )
}
