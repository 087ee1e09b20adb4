import type { Component } from 'solid-js'
import type { AuditLine } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column } from '@digitallotsen/ui/data-table.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatShortInstant } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import { shortAddress, shownPoints } from './findings.rules.ts'

/** All audits of a business, the newest first; each leads to its report. */
export const AuditHistory: Component<{ audits: readonly AuditLine[]; hrefOf: (auditId: string) => string }> = props => {
  const words = useTexts('website').history
  const { locale } = useApp()
  const states: Readonly<Record<string, string>> = words.states
  const columns: readonly Column<AuditLine>[] = [
    { key: 'date', title: words.columns.date, heading: true, cell: ({ id, finishedAt, createdAt }) => <a href={props.hrefOf(id)}>{formatShortInstant(finishedAt ?? createdAt, locale)}</a> },
    { key: 'points', title: words.columns.points, align: 'end', cell: ({ state, score }) => states[state] ?? (score?.score === null || !score ? '–' : shownPoints(score.score)) },
    { key: 'findings', title: words.columns.findings, align: 'end', cell: ({ score }) => score?.failed ?? '–' },
    { key: 'trigger', title: words.columns.trigger, cell: ({ trigger }) => words.triggers[trigger] },
    { key: 'address', title: words.columns.address, cell: ({ address, finalAddress }) => <span class="foreign">{shortAddress(finalAddress ?? address)}</span> },
  ]
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <DataTable caption={words.caption} captionHidden columns={columns} rows={props.audits} />
    </section>
  )
}
