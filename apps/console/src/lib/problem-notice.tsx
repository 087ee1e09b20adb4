import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { problemText } from './error-texts.ts'
import type { Problem } from './problem.ts'

/** A failed call in words, with the way on where trying again may help. */
export const ProblemNotice: Component<{ problem: Problem; onRetry?: (() => void) | undefined }> = props => (
  <Notice tone="danger" title="Das hat nicht geklappt" live>
    <p>{problemText(props.problem)}</p>
    <Show when={props.onRetry}>
      {retry => (
        <Button variant="secondary" icon="refresh" onClick={() => retry()()}>
          Noch einmal versuchen
        </Button>
      )}
    </Show>
  </Notice>
)
