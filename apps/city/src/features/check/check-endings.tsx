import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice, problemText } from '../../lib/problem-notice.tsx'
import { isPassing, problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'

/** The answers stand as they are; a page of its own, since a redirect would trap the back button. */
export const Submitted: Component<{ assessmentId: string }> = props => {
  const words = useTexts('checking')
  const { base } = useApp()
  usePage(() => words.submittedTitle)
  return (
    <div class="flow prose">
      <h1>{words.submittedTitle}</h1>
      <p class="lead">{words.submittedText}</p>
      <div class="row">
        <LinkButton href={`${base}/check/${props.assessmentId}/ergebnis`}>{words.submit}</LinkButton>
        <a class="linkish" href={`${base}/check`}>{words.restart}</a>
      </div>
    </div>
  )
}

/** A check that this device may not open, or cannot reach. */
export const NoCheck: Component<{ error: unknown; onRetry: () => void }> = props => {
  const texts = useTexts()
  const words = useTexts('checking')
  const { base } = useApp()
  const problem = () => problemOf(props.error)
  usePage(() => texts.check.title)
  return (
    <div class="flow prose">
      <h1>{texts.check.title}</h1>
      <Show when={!isPassing(problem())} fallback={<ProblemNotice problem={problem()} onRetry={props.onRetry} />}>
        <EmptyState title={texts.common.failedTitle} icon="key" action={<LinkButton href={`${base}/check`}>{words.restart}</LinkButton>}>
          {problemText(problem(), texts)}
        </EmptyState>
      </Show>
    </div>
  )
}
