import { useSearchParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { AuditComparison, AuditLine, FindingChange, FindingPlace } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { Details } from '@digitallotsen/ui/details.tsx'
import { DifferenceBars } from '@digitallotsen/ui/difference-bars.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay, formatInstant, formatNumber } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { FindingPlaces } from './finding-places.tsx'
import { shownPoints } from './findings.rules.ts'
import { comparisonQuery } from './website.queries.ts'

const changes: readonly FindingChange[] = ['fixed', 'new', 'still', 'unknown']
const shown = (points: number | null) => (points === null ? null : shownPoints(points))

type Check = AuditComparison['checks'][number]
const placesOf = ({ change, fixed, added, still }: Check): FindingPlace[] => (change === 'fixed' ? fixed : change === 'new' ? added : still)

const Changed: Component<{ checks: readonly Check[]; change: FindingChange }> = props => {
  const words = useTexts('website').comparison
  const found = () => props.checks.filter(({ change }) => change === props.change)
  return (
    <Show when={found().length > 0}>
      <Details summary={words.groups[props.change](found().length)}>
        <ul class="plain-list split">
          <For each={found()}>
            {check => (
              <li>
                <strong lang="de">{check.title}</strong> <span class="small muted">{check.checkId}</span>
                <Show when={placesOf(check).length > 0}><FindingPlaces places={placesOf(check)} /></Show>
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  )
}

const Compared: Component<{ comparison: AuditComparison }> = props => {
  const words = useTexts('website').comparison
  const { unchecked } = useTexts('website').report
  const { locale } = useApp()
  const sentence = () => {
    const { before, after } = props.comparison.total
    if (before === null || after === null) return words.unknown
    const points = shownPoints(after) - shownPoints(before)
    if (points === 0) return words.same
    return (points > 0 ? words.better : words.worse)(formatNumber(Math.abs(points), locale))
  }
  const rows = () => [
    { label: words.total, before: shown(props.comparison.total.before), after: shown(props.comparison.total.after) },
    ...props.comparison.areas.map(({ area, before, after }) => ({ label: area, before: shown(before), after: shown(after) })),
  ]
  return (
    <>
      <p class="lead">{sentence()}</p>
      <DifferenceBars caption={words.caption} rows={rows()} max={100} headings={words.columns} missing={unchecked} />
      <div><For each={changes}>{change => <Changed checks={props.comparison.checks} change={change} />}</For></div>
    </>
  )
}

/** What changed between this audit and an earlier one; which one stands in the address. */
export const ComparisonPart: Component<{ auditId: string; earlier: readonly AuditLine[] }> = props => {
  const words = useTexts('website').comparison
  const { api, locale } = useApp()
  const [search, setSearch] = useSearchParams<{ mit?: string }>()
  const chosen = () => props.earlier.find(({ id }) => id === search.mit)?.id ?? props.earlier[0]?.id ?? null
  const comparison = useQuery(() => comparisonQuery(api, props.auditId, chosen()))
  const dateOf = ({ finishedAt, createdAt }: AuditLine) => formatInstant(finishedAt ?? createdAt, locale)
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <Show
        when={props.earlier.length > 1}
        fallback={<Show when={props.earlier[0]}>{line => <p>{words.with} {formatDay(line().finishedAt ?? line().createdAt, locale)}</p>}</Show>}
      >
        <Select
          name="compare-with"
          width="full"
          label={words.with}
          value={chosen() ?? undefined}
          options={props.earlier.map(line => ({ value: line.id, label: dateOf(line) }))}
          onChange={event => setSearch({ mit: event.currentTarget.value }, { replace: true, scroll: false })}
        />
      </Show>
      <Loaded query={comparison} shape="text">{compared => <Compared comparison={compared()} />}</Loaded>
    </section>
  )
}
