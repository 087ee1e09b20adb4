import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { findErrorText } from './error-texts.ts'
import type { Problem } from './problem.ts'
import type { CoreTexts } from '../locales/de/core.ts'
import { useTexts } from './texts.tsx'

export const problemText = (problem: Problem, texts: CoreTexts): string =>
  problem.unreached && !navigator.onLine ? texts.common.offline : (findErrorText(problem.code) ?? texts.common.failedText)

/** A failed call in words, with the way on where trying again may help. */
export const ProblemNotice: Component<{ problem: Problem; onRetry?: () => void }> = props => {
  const texts = useTexts()
  return (
    <Notice tone="danger" title={texts.common.failedTitle} live>
      <p>{problemText(props.problem, texts)}</p>
      <Show when={props.onRetry}>
        {retry => (
          <Button variant="secondary" icon="refresh" onClick={() => retry()()}>
            {texts.common.retry}
          </Button>
        )}
      </Show>
    </Notice>
  )
}
