import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'

const select = (element: Element | null): void => {
  if (element) getSelection()?.selectAllChildren(element)
}

/** Copies a text; where the browser gives no clipboard, as on plain HTTP, the text is marked instead. `source` is the id of what shows it. */
export const CopyButton: Component<{ text: string; name: string; source: string }> = props => {
  const words = useTexts('everywhere')
  const toasts = useToasts()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(props.text)
      toasts.show({ message: words.copied(props.name), ...brief })
    } catch {
      select(document.getElementById(props.source))
      toasts.show({ message: words.marked, ...brief })
    }
  }
  return <Button variant="quiet" aria-label={words.copyNamed(props.name)} onClick={() => void copy()}>{words.copy}</Button>
}
