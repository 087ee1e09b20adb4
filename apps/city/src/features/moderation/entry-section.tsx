import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { office } from '../../locales/de/office.ts'
import { entryQuery } from './moderation.queries.ts'

const words = office.business

const Summary: Component<{ view: Outputs['moderation']['listing'] }> = props => {
  const { base } = useApp()
  return (
    <>
      <p><Badge tone={props.view.state === 'published' ? 'success' : props.view.state === 'pending' ? 'info' : 'neutral'}>{words.entryStates[props.view.state ?? 'none']}</Badge></p>
      <Show when={props.view.waiting && props.view.live}><p>{words.entryWaiting}</p></Show>
      <Show when={props.view.offers.length > 0}><p>{words.entryOffers(props.view.offers.length)}</p></Show>
      <Show when={props.view.state}><p><a href={`${base}/buero/eintraege/${props.view.merchantId}`}>{words.entryLink}</a></p></Show>
    </>
  )
}

/** How the public page of a business stands, on its page in the office. */
export const EntrySection: Component<{ merchantId: string }> = props => {
  const { api } = useApp()
  const view = useQuery(() => entryQuery(api, props.merchantId))
  return (
    <section class="flow">
      <h2 class="aside-title">{words.entryTitle}</h2>
      <Loaded query={view} shape="text">{found => <Summary view={found()} />}</Loaded>
    </section>
  )
}
