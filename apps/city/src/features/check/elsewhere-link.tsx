import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useCheckSession } from './check-session.state.ts'

/** The link that opens this check on another device; the key stands behind the #, so that no server log sees it. */
export const ElsewhereLink: Component<{ itemId: string }> = props => {
  const words = useTexts('checking')
  const { base } = useApp()
  const session = useCheckSession()
  const [copied, setCopied] = createSignal(false)
  const link = () => {
    const { key } = session.record()
    return `${window.location.origin}${base}/check/${session.assessmentId}/frage/${props.itemId}${key === null ? '' : `#k=${key}`}`
  }
  const copy = async () => {
    await navigator.clipboard.writeText(link())
    setCopied(true)
  }
  return (
    <Details help summary={words.elsewhereTitle}>
      <p>{session.record().key === null ? words.elsewhereSignIn : words.elsewhereText}</p>
      <TextInput name="elsewhere" label={words.elsewhereLabel} readOnly value={link()} onFocus={event => event.currentTarget.select()} />
      {/* Browsers give no clipboard on plain HTTP. */}
      <Show when={navigator.clipboard}>
        <Button variant="secondary" onClick={() => void copy()}>
          {words.copy}
        </Button>
      </Show>
      <p role="status" class="small">{copied() ? words.copied : ''}</p>
    </Details>
  )
}
