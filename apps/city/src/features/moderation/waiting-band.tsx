import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { useApp } from '../../app/app-context.ts'
import type { Outputs } from '../../lib/trpc.ts'
import { office } from '../../locales/de/office.ts'
import { countsQuery } from './moderation.queries.ts'
import './moderation.css'

const words = office.waiting

const sentenceOf = ({ listings, offers }: Outputs['moderation']['counts']): string | undefined => {
  const parts = [listings > 0 ? words.listings(listings) : undefined, offers > 0 ? words.offers(offers) : undefined].filter(part => part !== undefined)
  return parts.length > 0 ? words.many(parts.join(` ${words.and} `)) : undefined
}

/** How much waits for the office, with the way there; nothing where that cannot be said, since the list below is what one came for. */
export const WaitingBand: Component = () => {
  const { api, base, features } = useApp()
  const counts = useQuery(() => ({ ...countsQuery(api), enabled: features.directory }))
  const sentence = () => (counts.isSuccess ? sentenceOf(counts.data) : undefined)
  return (
    <Show when={features.directory && !counts.isError}>
      <div class="waiting-band" classList={{ 'is-quiet': sentence() === undefined }}>
        <p>{sentence() ?? (counts.isSuccess ? words.none : '')}</p>
        <a class="linkish" href={`${base}/buero/eintraege`}>{sentence() ? words.look : words.toEntries}</a>
      </div>
    </Show>
  )
}
