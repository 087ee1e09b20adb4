import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import type { PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'
import { langOfTheirs } from '../platform/platform-frame.ts'
import { findLanguageName } from '../platform/platform-labels.ts'

type RecordProps = { frame: PageFrame; content: ListingContent }

const Access: Component<RecordProps & { facts: readonly string[] }> = props => (
  <>
    <Show when={props.facts.length > 0}><p>{props.facts.join(', ')}</p></Show>
    <Show when={props.content.accessibility.note}>{note => <p lang={langOfTheirs(props.frame)}>{note()}</p>}</Show>
  </>
)

const listFacts = ({ frame, content }: RecordProps): string[] => {
  const words = listingWords[frame.locale]
  const { wheelchair, facts } = content.accessibility
  return [...(wheelchair === null ? [] : [words.wheelchair[wheelchair]]), ...facts.map(fact => words.facts[fact])]
}

/** How to pay, who is understood, who gets in; nothing where nobody said. */
export const GoodToKnow: Component<RecordProps> = props => {
  const items = () => {
    const { frame, content } = props
    const words = platformWordsOf(frame.locale)
    const facts = listFacts(props)
    return [
      ...(facts.length > 0 || content.accessibility.note !== null ? [{ term: words.accessibility, description: <Access {...props} facts={facts} /> }] : []),
      ...(content.languages.length > 0 ? [{ term: words.spoken, description: content.languages.flatMap(code => findLanguageName(frame.locale, code) ?? []).join(', ') }] : []),
      ...(content.payment.length > 0 ? [{ term: words.payment, description: content.payment.map(method => listingWords[frame.locale].payment[method]).join(', ') }] : []),
    ]
  }
  return (
    <Show when={items().length > 0}>
      <h2>{platformWordsOf(props.frame.locale).goodToKnow}</h2>
      <DefinitionList items={items()} />
    </Show>
  )
}
