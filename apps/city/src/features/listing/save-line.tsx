import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { SaveState } from '@digitallotsen/ui/save-state.tsx'
import type { SaveStateName } from '@digitallotsen/ui/save-state.tsx'
import { problemText } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing } from './listing-context.ts'

export const SaveLine: Component<{ state?: SaveStateName }> = props => {
  const words = useTexts('listing')
  const session = useListing()
  return <SaveState state={props.state ?? session.saveState()} texts={words.save} />
}

/** What the short state cannot say: that nothing is lost, or why the server refuses. */
export const SaveNotice: Component = () => {
  const texts = useTexts()
  const words = useTexts('listing')
  const session = useListing()
  return (
    <>
      <Show when={session.saveState() === 'offline'}>
        <Notice tone="warning" live>{words.offlineNote}</Notice>
      </Show>
      <Show when={session.refusal()}>{problem => <Notice tone="danger" live title={words.refused}>{problemText(problem(), texts)}</Notice>}</Show>
    </>
  )
}
