import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { shownScore } from '@digitallotsen/domain/check/scoring.rules.ts'
import type { MerchantSummary } from '@digitallotsen/domain/merchant/merchant.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column, SortOrder } from '@digitallotsen/ui/data-table.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatShortDay } from '../../lib/dates.ts'
import { office } from '../../locales/de/office.ts'
import { BandBadge } from '../result/band-badge.tsx'

const words = office.columns

const Name: Component<{ row: MerchantSummary }> = props => {
  const { base } = useApp()
  return (
    <>
      <a href={`${base}/buero/betriebe/${props.row.id}`}>{props.row.name}</a>
      <Show when={props.row.state !== 'active'}> <Badge>{office.states[props.row.state]}</Badge></Show>
    </>
  )
}

/** A table on wide screens, cards on phones; each head sorts by address. */
export const BusinessTable: Component<{ rows: readonly MerchantSummary[]; sort: SortOrder; sortHref: (order: SortOrder) => string; empty: JSX.Element }> = props => {
  const { city, locale } = useApp()
  const districtName = (id: string | null) => city.districts.find(district => district.id === id)?.name ?? office.noDistrict
  const columns: readonly Column<MerchantSummary>[] = [
    { key: 'name', title: words.name, heading: true, sortable: true, cell: row => <Name row={row} /> },
    { key: 'district', title: words.district, cell: row => districtName(row.districtId) },
    { key: 'band', title: words.band, cell: row => <Show when={row.band} fallback={<span class="muted">{office.notChecked}</span>}><BandBadge band={row.band} /></Show> },
    { key: 'score', title: words.score, align: 'end', sortable: true, cell: row => (row.score === null ? '–' : shownScore(row.score)) },
    { key: 'open_musts', title: words.musts, align: 'end', sortable: true, cell: row => row.openMusts ?? '–' },
    { key: 'checked_at', title: words.checkedAt, sortable: true, cell: row => (row.checkedAt ? formatShortDay(row.checkedAt, locale) : '–') },
  ]
  return <DataTable caption={office.caption} captionHidden columns={columns} rows={props.rows} sort={props.sort} sortHref={props.sortHref} empty={props.empty} />
}
