import type { Component } from 'solid-js'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { RadarChart } from '@digitallotsen/ui/radar-chart.tsx'
import { useTexts } from '../../lib/texts.tsx'

export type ScoredField = { title: string; short: string; score: number }

/** How the picture is spoken of: to the shop itself, or about it. */
export type Voice = { title: string; uneven: (best: string, weakest: string) => string; even: string }

/** Below this many points apart, naming a best and a weakest field would say more than the check knows. */
const noticeable = 5

/** The fields as a shape, with its table; loaded after the rest of the page, since it lies below the first screen. */
export const FieldPicture: Component<{ fields: readonly ScoredField[]; voice: Voice }> = props => {
  const words = useTexts('result')
  const ordered = () => props.fields.toSorted((a, b) => a.score - b.score)
  const description = () => {
    const weakest = ordered()[0]
    const best = ordered().at(-1)
    return weakest && best && best.score - weakest.score >= noticeable ? props.voice.uneven(best.title, weakest.title) : props.voice.even
  }
  return (
    <RadarChart
      title={words.radarTitle}
      description={description()}
      axes={props.fields.map(field => ({ label: field.short }))}
      series={[{ label: words.score, values: props.fields.map(field => field.score) }]}
      max={100}
      table={{ caption: words.radarTitle, axis: words.axis }}
      format={score => String(shownScore(score))}
    />
  )
}
