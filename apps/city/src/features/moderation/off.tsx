import type { Component } from 'solid-js'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { usePage } from '../../lib/page.ts'
import { moderation as words } from '../../locales/de/moderation.ts'

/** Stands for both pages where the city has no directory. */
export const Off: Component = () => {
  usePage(() => words.title)
  return (
    <div class="flow" lang="de">
      <h1>{words.title}</h1>
      <EmptyState title={words.off} icon="shop">{words.emptyText}</EmptyState>
    </div>
  )
}
