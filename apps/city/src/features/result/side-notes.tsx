import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Ranking } from '@digitallotsen/domain/check/result.schemas.ts'
import { useTexts } from '../../lib/texts.tsx'
import { findItem, itemTitle } from './item-title.ts'

const Notes = <T,>(props: { title: string; text: string; list: readonly T[]; children: (one: T) => JSX.Element }): JSX.Element => (
  <Show when={props.list.length > 0}>
    <section class="flow">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <ul>
        <For each={props.list}>{one => <li>{props.children(one)}</li>}</For>
      </ul>
    </section>
  </Show>
)

/** What is no task: points to clear, the way on beyond the target, and the question of becoming an example. */
export const SideNotes: Component<{ ranking: Ranking; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('result')
  const nextStep = (measureId: string) => props.catalogue.measures.find(({ id }) => id === measureId)?.next
  return (
    <>
      <Notes title={words.unclearTitle} text={words.unclearText} list={props.ranking.unclear}>
        {itemId => findItem(props.catalogue, itemId)?.question ?? itemId}
      </Notes>
      <Notes title={words.outlookTitle} text={words.outlookText} list={props.ranking.outlook}>
        {({ itemId, measureId }) => (
          <>
            {itemTitle(props.catalogue, itemId)}
            <Show when={nextStep(measureId)}>{next => <span class="muted"> – {next()}</span>}</Show>
          </>
        )}
      </Notes>
      <Notes title={words.tandemTitle} text={words.tandemText} list={props.ranking.tandem}>
        {itemId => itemTitle(props.catalogue, itemId)}
      </Notes>
    </>
  )
}
