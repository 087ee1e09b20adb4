import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { guideFeedQuery, merchantFeedQuery } from './visit.queries.ts'

const addressId = 'kalender-adresse'

/** The address to which one's own calendar subscribes: as a guide, or with `merchantId` for a business. */
export const FeedLink: Component<{ merchantId?: string }> = props => {
  const words = useTexts('visit').feed
  const { api } = useApp()
  const toasts = useToasts()
  const client = useQueryClient()
  const query = () => (props.merchantId === undefined ? guideFeedQuery(api) : merchantFeedQuery(api, props.merchantId))
  const feed = useQuery(() => query() as ReturnType<typeof guideFeedQuery>)
  const renew = useMutation(() => ({
    mutationFn: () => (props.merchantId === undefined ? api.visit.renewGuideFeed.mutate() : api.visit.renewMerchantFeed.mutate({ merchantId: props.merchantId })),
    onSuccess: () => client.invalidateQueries({ queryKey: query().queryKey }),
  }))
  const copy = async (address: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address)
      toasts.show({ message: words.copied, ...brief })
    } catch {
      const shown = document.getElementById(addressId)
      if (shown) getSelection()?.selectAllChildren(shown)
      toasts.show({ message: words.marked, ...brief })
    }
  }
  const make = <Button variant="secondary" busy={renew.isPending} onClick={() => renew.mutate()}>{words.make}</Button>
  return (
    <section class="flow" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <Loaded query={feed} shape="text">
        {found => (
          <Show when={found()} fallback={<p>{make}</p>}>
            {known => (
              <>
                <p class="feed-address"><span class="small muted">{words.address}</span><code id={addressId}>{location.origin + known().path}</code></p>
                <div class="row">
                  <LinkButton variant="secondary" href={`webcal://${location.host}${known().path}`} icon="calendar">{words.open}</LinkButton>
                  <Button variant="quiet" onClick={() => void copy(location.origin + known().path)}>{words.copy}</Button>
                  <Button variant="quiet" icon="refresh" busy={renew.isPending} onClick={() => renew.mutate()}>{words.renew}</Button>
                </div>
                <p class="small muted">{words.renewText}</p>
              </>
            )}
          </Show>
        )}
      </Loaded>
      <Show when={renew.isError}><ProblemNotice problem={problemOf(renew.error)} /></Show>
    </section>
  )
}
