import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { useApp } from '../../app/app-context.ts'
import { formatDay, formatInstant } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { findMeasure } from './merchant-context.ts'

type Entry = Outputs['merchant']['get']['history'][number]

/** A kind that this version of the client has no words for yet is still shown, as a change. */
const wordsFor = (kinds: Readonly<Record<string, string>>, kind: string, other: string): string => kinds[kind] ?? other

const EntryLine: Component<{ entry: Entry; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('merchant').history
  const { locale } = useApp()
  const detail = () => {
    const { reason, owner, dueOn, checks } = props.entry.details as { reason?: string; owner?: string; dueOn?: string; checks?: string }
    return reason ?? owner ?? (dueOn ? formatDay(dueOn, locale) : checks ? words.checks(checks.replaceAll('-', '\u2011')) : undefined)
  }
  const actor = () => ((props.entry.details as { by?: string }).by === 'audit' ? words.byAudit : words.actors[props.entry.actor])
  return (
    <li>
      <strong>{wordsFor(words.kinds, props.entry.kind, words.other)}</strong>
      <Show when={findMeasure(props.catalogue, props.entry.measureId)}>{measure => <>: {measure().title}</>}</Show>
      <Show when={detail()}>{text => <p>{text()}</p>}</Show>
      <p class="small muted">
        <time dateTime={props.entry.at}>{formatInstant(props.entry.at, locale)}</time> · {actor()}
      </p>
    </li>
  )
}

export const HistoryList: Component<{ entries: readonly Entry[]; catalogue: CheckCatalogue }> = props => (
  <ol class="plain-list split">
    <For each={props.entries}>{entry => <EntryLine entry={entry} catalogue={props.catalogue} />}</For>
  </ol>
)
