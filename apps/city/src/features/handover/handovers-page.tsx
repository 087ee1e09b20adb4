import { useLocation } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Card } from '@digitallotsen/ui/card.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { handover as words } from '../../locales/de/handover.ts'
import { HandoverMarks } from './handover-marks.tsx'
import { handoversQuery } from './handover.queries.ts'

/** Every case that is about to change hands; the office sees all, a guide her own. */
export const HandoversPage: Component = () => {
  const { api, locale } = useApp()
  const location = useLocation()
  usePage(() => words.title)
  const list = useQuery(() => ({ ...handoversQuery(api), reconcile: 'id' }))
  return (
    <Loaded query={list} shape="cards" failed={privateFailure(words.title, () => void list.refetch())}>
      {found => (
        <div class="flow" lang="de">
          <h1>{words.title}</h1>
          <Show when={found().length > 0} fallback={<EmptyState title={words.emptyTitle} icon="check-circle">{words.emptyText}</EmptyState>}>
            <p class="lead">{words.lead}</p>
            <For each={found()}>
              {line => (
                <Card title={line.business} href={`${location.pathname.replace(/\/$/, '')}/${line.id}`} eyebrow={words.due(formatDay(line.dueOn, locale))}>
                  <HandoverMarks of={line} />
                  <p class="small muted">{words.from(line.from ?? words.someone)}</p>
                </Card>
              )}
            </For>
          </Show>
        </div>
      )}
    </Loaded>
  )
}
