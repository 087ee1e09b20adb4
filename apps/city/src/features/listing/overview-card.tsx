import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingDraft } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { draftQuery } from './listing.queries.ts'
import { standingOf } from './standing.rules.ts'
import { standingTones } from './standing-looks.ts'

const Found: Component<{ draft: ListingDraft; home: string }> = props => {
  const words = useTexts('merchant').listing
  const kind = () => standingOf(props.draft, 'before').kind
  return (
    <>
      <p><Badge tone={standingTones[kind()]}>{words.kinds[kind()].badge}</Badge></p>
      <p>{kind() === 'new' ? words.gaps(props.draft.gaps.length) : words.kinds[kind()].next}</p>
      <LinkButton variant="secondary" href={props.home}>{props.draft.draftVersion === 0 ? words.begin : words.open}</LinkButton>
    </>
  )
}

/** On the shop's first page: where the listing stands, and what comes next. */
export const OverviewCard: Component<{ merchantId: string }> = props => {
  const words = useTexts('merchant').listing
  const { api, base } = useApp()
  const draft = useQuery(() => draftQuery(api, props.merchantId))
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <Show when={draft.data}>{found => <Found draft={found()} home={`${base}/mein-betrieb/${props.merchantId}/eintrag`} />}</Show>
    </section>
  )
}
