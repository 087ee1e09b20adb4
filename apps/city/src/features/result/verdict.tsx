import { Show } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import type { CheckResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { useTexts } from '../../lib/texts.tsx'
import './result.css'

/** The whole check in one word, its points, and what that means. */
export const Verdict: ParentComponent<{ result: CheckResult }> = props => {
  const texts = useTexts()
  const words = useTexts('result')
  return (
    <div class="verdict on-brand">
      <div>
        <p class="verdict-band">{props.result.band ? texts.bands[props.result.band] : '–'}</p>
        <Show when={props.result.total !== null}>
          <p class="figures">{words.points(shownScore(props.result.total ?? 0))}</p>
        </Show>
      </div>
      <div class="flow">
        <p class="lead">{props.result.band ? words.bandText[props.result.band] : words.noScore}</p>
        <Show when={props.result.cappedByMust}>
          <p>{words.capped}</p>
        </Show>
        <Show when={props.result.provisional}>
          <p>{props.result.kind === 'quick' ? words.provisionalQuick : words.provisional}</p>
        </Show>
        {props.children}
      </div>
    </div>
  )
}
