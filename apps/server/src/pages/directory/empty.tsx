import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { directoryPath } from '../platform-addresses.ts'
import type { PlatformWords } from '../platform-words.de.ts'
import { platformWordsOf } from '../platform-words.ts'
import type { DirectoryView } from '../public-pages.types.ts'

type Step = { title: string; text: string; path: string; action: string }

/** Why nothing stands here, and what to do about it. */
const stepOf = ({ query, result, counts }: DirectoryView, words: PlatformWords): Step => {
  if (counts.total === 0) return { title: words.noBusinesses, text: words.noBusinessesText, path: '/check', action: words.toCheck }
  if (result.total > 0) return { title: words.pastTheEnd, text: words.pastTheEndText, path: directoryPath({ ...query, page: 1 }), action: words.toFirstPage }
  if (query.open) return { title: words.nothingOpen, text: words.nothingOpenText, path: directoryPath({ ...query, open: false, page: 1 }), action: words.showClosed }
  return { title: words.nothingFits, text: words.nothingFitsText, path: directoryPath({}), action: words.removeAll }
}

export const EmptyDirectory: Component<{ frame: PageFrame; view: DirectoryView }> = props => {
  const step = () => stepOf(props.view, platformWordsOf(props.frame.locale))
  return (
    <Show when={props.view.result.cards.length === 0}>
      <EmptyState title={step().title} level={3} action={<LinkButton href={linkFrom(props.frame, step().path)} variant="secondary">{step().action}</LinkButton>}>
        <p>{step().text}</p>
      </EmptyState>
    </Show>
  )
}
