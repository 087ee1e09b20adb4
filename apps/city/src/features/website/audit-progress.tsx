import type { Component } from 'solid-js'
import type { AuditProgress } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Progress } from '@digitallotsen/ui/progress.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { isInBrowser, percentDone } from './audit-state.rules.ts'

/** From here on nothing long follows any more. */
const nearlyDone = 85

/** What is being done to the website at this moment, in words and as a bar. */
export const AuditProgressView: Component<{ progress: AuditProgress | null; leave: string }> = props => {
  const words = useTexts('website').progress
  const percent = () => percentDone(props.progress)
  const step = () => {
    const { progress } = props
    if (!progress) return words.waiting
    return isInBrowser(progress) ? words.browser : words.steps[progress.step]
  }
  const count = () => {
    const { progress } = props
    if (!progress || progress.of === 0) return undefined
    if (progress.step === 'pages') return words.page(Math.min(progress.done + 1, progress.of), progress.of)
    return progress.step === 'links' ? words.links(progress.done, progress.of) : undefined
  }
  const label = () => [step(), count()].filter(Boolean).join(' ')
  return (
    <div class="flow">
      <Progress value={percent()} max={100} label={label()} rest={percent() >= nearlyDone ? words.soon : words.left} />
      <p class="hidden" role="status">{step()}</p>
      <p>{props.leave}</p>
    </div>
  )
}
