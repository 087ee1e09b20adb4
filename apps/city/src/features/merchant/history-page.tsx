import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { HistoryList } from './history-list.tsx'
import { useMerchant } from './merchant-context.ts'

export const HistoryPage: Component = () => {
  const words = useTexts('merchant').history
  const { found, catalogue } = useMerchant()
  usePage(() => words.title)
  return (
    <div class="columns">
      <div class="flow">
        <p class="eyebrow">{found().merchant.name}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Show when={found().history.length > 0} fallback={<EmptyState title={words.none} icon="clock">{words.noneText}</EmptyState>}>
          <HistoryList entries={found().history} catalogue={catalogue()} />
        </Show>
      </div>
      <ContactAside />
    </div>
  )
}
