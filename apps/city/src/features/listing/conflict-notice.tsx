import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing } from './listing-context.ts'
import type { Part } from './record-edits.rules.ts'

const usePartNames = () => {
  const { parts } = useTexts('listing')
  return (keys: readonly Part[]): string => keys.map(key => `„${parts[key]}“`).join(', ')
}

const longestShown = 160

/** What stands there now, where a line can show it. */
const useTheirTexts = () => {
  const session = useListing()
  return (): { text: string }[] =>
    session.clashes().flatMap(part => {
      const value = session.held().content[part]
      return typeof value === 'string' && value !== '' ? [{ text: value.length > longestShown ? `${value.slice(0, longestShown)}…` : value }] : []
    })
}

/** Somebody has changed the same thing elsewhere: what happened, and both ways on. Neither loses a word. */
export const ConflictNotice: Component = () => {
  const words = useTexts('listing').conflict
  const session = useListing()
  const namesOf = usePartNames()
  const theirTexts = useTheirTexts()
  const asideParts = () => Object.keys(session.aside()) as Part[]
  return (
    <>
      <Show when={session.clashes().length > 0}>
        <Notice tone="warning" title={words.title} live>
          <p>{words.text(namesOf(session.clashes()))}</p>
          <For each={theirTexts()}>{({ text }) => <p>{words.theirs(text)}</p>}</For>
          <div class="actions">
            <Button variant="secondary" onClick={() => session.keepMine()}>{words.keepMine}</Button>
            <Button variant="secondary" onClick={() => session.takeTheirs()}>{words.takeTheirs}</Button>
          </div>
          <p class="small">{words.safe}</p>
        </Notice>
      </Show>
      <Show when={asideParts().length > 0}>
        <Notice tone="info" title={words.asideTitle} live>
          <p>{words.aside(namesOf(asideParts()))}</p>
          <div class="actions">
            <Button variant="secondary" icon="undo" onClick={() => session.bringBack()}>{words.bringBack}</Button>
            <Button variant="quiet" onClick={() => session.forgetAside()}>{words.forget}</Button>
          </div>
        </Notice>
      </Show>
    </>
  )
}
