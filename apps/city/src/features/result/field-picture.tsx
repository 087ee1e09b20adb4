import type { Component } from 'solid-js'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { RadarChart } from '@digitallotsen/ui/radar-chart.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** A field as the picture shows it; null where none of its questions has an answer that counts. */
export type PicturedField = { title: string; short: string; score: number | null }
type Scored = PicturedField & { score: number }

/** How the picture is spoken of: to the shop itself, or about it. */
export type Voice = { title: string; uneven: (best: string, weakest: string) => string; even: string }

/** Below this many points apart, naming a best and a weakest field would say more than the check knows. */
const noticeable = 5

/** The fields as a shape, with its table; loaded after the rest of the page, since it lies below the first screen. */
export const FieldPicture: Component<{ fields: readonly PicturedField[]; voice: Voice }> = props => {
  const words = useTexts('result')
  const scored = () => props.fields.filter((field): field is Scored => field.score !== null).toSorted((a, b) => a.score - b.score)
  const standing = () => {
    const weakest = scored()[0]
    const best = scored().at(-1)
    if (!weakest || !best || weakest === best) return []
    return [best.score - weakest.score >= noticeable ? props.voice.uneven(best.title, weakest.title) : props.voice.even]
  }
  const open = () => props.fields.filter(({ score }) => score === null).map(({ title }) => `„${title}“`)
  const description = () => [...standing(), ...(open().length > 0 ? [words.unchecked(open().join(', '))] : [])].join(' ')
  return (
    <RadarChart
      title={words.radarTitle}
      description={description()}
      axes={props.fields.map(field => ({ label: field.short }))}
      series={[{ label: words.score, values: props.fields.map(field => field.score) }]}
      max={100}
      missing={words.notChecked}
      table={{ caption: words.radarTitle, axis: words.axis }}
      format={score => String(shownScore(score))}
    />
  )
}
