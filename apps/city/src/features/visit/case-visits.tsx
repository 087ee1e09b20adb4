import { useQuery } from '@tanstack/solid-query'
import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { createLaterPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { VisitCard } from './visit-card.tsx'
import { caseVisitsQuery } from './visit.queries.ts'
import type { CaseVisit } from './visit.queries.ts'

const ProposeForm = createLaterPart(async () => (await import('./propose-form.tsx')).ProposeForm)

const isAhead = ({ state }: CaseVisit): boolean => state === 'proposed' || state === 'confirmed'

/**
 * The visits of a case: what comes, what was, and a way to propose one. For the guide's case file, the office's and the business's page;
 * what each may do comes from the server. Its texts are the area 'visit'.
 */
export const CaseVisits: Component<{ mentorshipId: string; readOnly?: boolean }> = props => {
  const words = useTexts('visit')
  const { api } = useApp()
  const visits = useQuery(() => caseVisitsQuery(api, props.mentorshipId))
  const [isOpen, setOpen] = createSignal(false)
  return (
    <section class="flow" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Loaded query={visits} shape="cards">
        {list => (
          <>
            <For each={list().filter(isAhead)} fallback={<EmptyState title={words.none} icon="calendar">{props.readOnly ? words.noneEnded : words.noneText}</EmptyState>}>
              {visit => <VisitCard visit={visit} />}
            </For>
            <Show when={!props.readOnly}>
              <Show when={isOpen()} fallback={<p><Button variant="secondary" icon="plus" onClick={() => setOpen(true)}>{words.propose}</Button></p>}>
                <ProposeForm mentorshipId={props.mentorshipId} onDone={() => setOpen(false)} />
              </Show>
            </Show>
            <Show when={list().some(visit => !isAhead(visit))}>
              <details>
                <summary>{words.earlier}</summary>
                <For each={list().filter(visit => !isAhead(visit)).toReversed()}>{visit => <VisitCard visit={visit} />}</For>
              </details>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  )
}
