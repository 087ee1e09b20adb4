import { useParams } from '@solidjs/router'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { Show, createEffect, on, onCleanup } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import { unwrap } from 'solid-js/store'
import type { ListingDraft } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { ListingContext } from './listing-context.ts'
import { createListingSession } from './listing-session.state.ts'
import { draftQuery } from './listing.queries.ts'
import { loadCheck } from './load-check.ts'
import { createPhotos } from './photos.state.ts'
import './listing.css'

const listen = (target: EventTarget, type: string, handle: (event: Event) => void): void => {
  target.addEventListener(type, handle)
  onCleanup(() => target.removeEventListener(type, handle))
}

const Session: ParentComponent<{ merchantId: string; draft: ListingDraft }> = props => {
  const { api, shelf } = useApp()
  const client = useQueryClient()
  const { merchantId } = props
  const { queryKey } = draftQuery(api, merchantId)
  const mark = `dl:listing:${merchantId}:saved`
  const session = createListingSession({
    merchantId,
    initial: unwrap(props.draft),
    shelf,
    port: { get: () => api.listing.get.query({ merchantId }), save: (draftVersion, content) => api.listing.save.mutate({ merchantId, draftVersion, content }) },
    onDraft: draft => {
      if (client.getQueryData(queryKey) !== draft) client.setQueryData(queryKey, draft)
      shelf.setItem(mark, String(draft.draftVersion))
    },
  })
  createEffect(on(() => props.draft, draft => session.receive(unwrap(draft)), { defer: true }))
  const send = () => void session.flush()
  listen(window, 'online', send)
  listen(window, 'pagehide', send)
  listen(document, 'visibilitychange', send)
  // Another tab has saved: its answer is fetched before anybody types over it.
  listen(window, 'storage', event => {
    if (event instanceof StorageEvent && event.key === mark && Number(event.newValue) > session.held().draftVersion) void session.reread().catch(() => undefined)
  })
  onCleanup(() => session.stop())
  void loadCheck()
  const photos = createPhotos(session, (draftVersion, lines) => api.listing.setPhotos.mutate({ merchantId, draftVersion, photos: lines }))
  return <ListingContext.Provider value={{ merchantId, session, photos }}>{props.children}</ListingContext.Provider>
}

const Listing: ParentComponent<{ merchantId: string }> = props => {
  const words = useTexts('listing')
  const { api } = useApp()
  const draft = useQuery(() => draftQuery(api, props.merchantId))
  return (
    <Loaded query={draft} failed={privateFailure(words.area, () => void draft.refetch())}>
      {found => <Session merchantId={props.merchantId} draft={found()}>{props.children}</Session>}
    </Loaded>
  )
}

const NoDirectory: ParentComponent<{ merchantId: string }> = props => {
  const words = useTexts('listing')
  const { base } = useApp()
  usePage(() => words.area)
  return (
    <div class="flow prose">
      <h1>{words.area}</h1>
      <EmptyState title={words.offTitle} icon="shop" action={<LinkButton href={`${base}/mein-betrieb/${props.merchantId}`}>{words.toOverview}</LinkButton>}>{words.offText}</EmptyState>
    </div>
  )
}

/** Everything below one listing shares one session: what is typed on one page is being saved while the next one opens. */
export const ListingArea: ParentComponent = props => {
  const params = useParams<{ merchantId: string }>()
  const { features } = useApp()
  return (
    <Show when={params.merchantId} keyed>
      {merchantId => (
        <Show when={features.directory} fallback={<NoDirectory merchantId={merchantId} />}>
          <Listing merchantId={merchantId}>{props.children}</Listing>
        </Show>
      )}
    </Show>
  )
}
