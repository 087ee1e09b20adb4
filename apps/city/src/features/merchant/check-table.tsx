import type { JSX } from 'solid-js'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column } from '@digitallotsen/ui/data-table.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { BandBadge } from '../result/band-badge.tsx'

type Assessment = Outputs['merchant']['get']['assessments'][number]

/** The checks of a shop; an evaluated one leads to its result. */
export const CheckTable = (props: { assessments: readonly Assessment[]; empty: JSX.Element }): JSX.Element => {
  const words = useTexts('merchant').checks
  const result = useTexts('result')
  const { base, locale } = useApp()
  const columns: readonly Column<Assessment>[] = [
    {
      key: 'moment',
      title: words.columns.moment,
      heading: true,
      cell: ({ id, moment, state }) => (state === 'submitted' ? <a href={`${base}/check/${id}/ergebnis`}>{words.moments[moment]}</a> : words.moments[moment]),
    },
    { key: 'kind', title: words.columns.kind, cell: ({ kind }) => result.kind[kind] },
    { key: 'date', title: words.columns.date, cell: ({ submittedAt }) => (submittedAt ? formatDay(submittedAt, locale) : words.open) },
    { key: 'points', title: words.columns.points, align: 'end', cell: ({ total }) => (total === null ? '–' : shownScore(total)) },
    { key: 'band', title: words.columns.band, cell: ({ band }) => <BandBadge band={band} /> },
  ]
  return <DataTable caption={words.caption} columns={columns} rows={props.assessments} empty={props.empty} />
}
