import { For, Show } from 'solid-js'
import type { Component, ParentComponent } from 'solid-js'
import type { AuditScore, WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { BarRow } from '@digitallotsen/ui/bar-row.tsx'
import type { Tone } from '@digitallotsen/ui/native.ts'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { failedOf, levelOf, scoreLevels, shownPoints } from './findings.rules.ts'
import type { ScoreLevel } from './findings.rules.ts'
import '../result/result.css'

export const scoreTones: Readonly<Record<ScoreLevel, Exclude<Tone, 'neutral'>>> = { weak: 'danger', fair: 'warning', good: 'success' }

const marks = Object.values(scoreLevels).map(at => ({ at }))

/** All points in one figure, and what they mean. */
export const ScoreVerdict: ParentComponent<{ score: AuditScore; findings: readonly WebsiteFinding[] }> = props => {
  const words = useTexts('website').report
  const urgent = () => failedOf(props.findings).filter(({ severity }) => severity === 'critical').length
  return (
    <div class="verdict on-brand">
      <div>
        <p class="verdict-band figures">{props.score.score === null ? '–' : shownPoints(props.score.score)}</p>
        <p>{words.points}</p>
      </div>
      <div class="flow">
        <p class="lead">{props.score.score === null ? words.noScore : words.verdicts[levelOf(props.score.score)]}</p>
        <p>
          {words.tally(props.score.failed, props.score.passed)}
          <Show when={urgent() > 0}> {words.urgent(urgent())}</Show>
        </p>
        {props.children}
      </div>
    </div>
  )
}

/** When it was checked and how much of it was read; and for readers of another language, which parts they will not find in theirs. */
export const ReportMeta: Component<{ date: string; pages: number }> = props => {
  const words = useTexts('website')
  const { locale } = useApp()
  return (
    <p class="muted">
      {words.report.meta(formatDay(props.date, locale), props.pages)}
      <Show when={locale !== 'de'}><br />{words.germanOnly}</Show>
    </p>
  )
}

type Area = AuditScore['areas'][number]

const AreaRow: Component<{ area: Area }> = props => {
  const words = useTexts('website').report
  const judged = () => props.area.failed + props.area.passed
  const note = () =>
    [
      judged() === 0 ? undefined : props.area.failed === 0 ? words.areaClean : `${words.areaTally(props.area.failed, judged())}.`,
      props.area.notChecked > 0 ? words.areaUnchecked(props.area.notChecked) : undefined,
    ].filter(Boolean).join(' ')
  return (
    <li>
      <Show when={props.area.score !== null} fallback={<BarRow label={<span lang="de">{props.area.area}</span>} note={note()} value={null} max={100} valueText={words.unchecked} />}>
        <BarRow
          label={<span lang="de">{props.area.area}</span>}
          note={note()}
          value={props.area.score}
          max={100}
          valueText={`${shownPoints(props.area.score ?? 0)} · ${words.levels[levelOf(props.area.score ?? 0)]}`}
          tone={scoreTones[levelOf(props.area.score ?? 0)]}
          marks={marks}
        />
      </Show>
    </li>
  )
}

/** The points of each area as a bar that also says itself in words. */
export const AreaScores: Component<{ score: AuditScore }> = props => {
  const words = useTexts('website').report
  return (
    <section class="flow">
      <h2>{words.areasTitle}</h2>
      <ul class="plain-list split">
        <For each={props.score.areas}>{area => <AreaRow area={area} />}</For>
      </ul>
      <p class="small muted">{words.scale}</p>
    </section>
  )
}
