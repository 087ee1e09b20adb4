import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { offersPath, platformPaths } from '../platform-addresses.ts'
import type { PlatformWords } from '../platform-words.de.ts'
import { platformWordsOf } from '../platform-words.ts'
import type { OffersView } from '../public-pages.types.ts'

type Step = { title: string; text: string; path: string; action: string }

const stepOf = ({ query, total }: OffersView, words: PlatformWords): Step => {
  if (total > 0) return { title: words.pastTheEnd, text: words.pastTheEndText, path: offersPath({ ...query, page: 1 }), action: words.toFirstPage }
  const looksEverywhere = query.span === 'alle' && query.district === null && query.kind === null
  if (looksEverywhere) return { title: words.nothingComing, text: words.nothingComingText, path: platformPaths.directory, action: words.toDirectory }
  return { title: words.nothingOn, text: words.nothingOnText, path: offersPath({ span: 'alle' }), action: words.showAllComing }
}

/** Why nothing stands here, and where something may. */
export const EmptyOffers: Component<{ frame: PageFrame; view: OffersView }> = props => {
  const step = () => stepOf(props.view, platformWordsOf(props.frame.locale))
  return (
    <Show when={props.view.offers.length === 0}>
      <EmptyState title={step().title} level={3} action={<LinkButton href={linkFrom(props.frame, step().path)} variant="secondary">{step().action}</LinkButton>}>
        <p>{step().text}</p>
      </EmptyState>
    </Show>
  )
}
