import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column, SortOrder } from '@digitallotsen/ui/data-table.tsx'
import type { CityRow } from '../../lib/console-port.ts'
import { formatNumber } from '../../lib/dates.ts'
import { CityBadges } from './city-badges.tsx'
import { orderHref } from './city-list.ts'
import { FiguresAge } from './figures-age.tsx'

const number = (key: 'merchants' | 'assessments' | 'plans' | 'tasksDone', title: string): Column<CityRow> => ({
  key, title, align: 'end', sortable: true, cell: city => formatNumber(city[key]),
})

const columns: readonly Column<CityRow>[] = [
  {
    key: 'name', title: 'Stadt', heading: true, sortable: true,
    cell: city => (
      <>
        <a href={`/staedte/${city.id}`}>{city.name}</a>
        <span class="under muted small">{city.ags ? `AGS ${city.ags}` : 'ohne AGS'}</span>
      </>
    ),
  },
  { key: 'state', title: 'Zustand', sortable: true, cell: city => <CityBadges city={city} /> },
  {
    key: 'framework', title: 'Rahmen', sortable: true,
    cell: city => (
      <>
        {city.frameworkVersion}
        <span class="under muted small">Stand {city.packRevision}</span>
      </>
    ),
  },
  number('merchants', 'Betriebe'),
  number('assessments', 'Checks'),
  number('plans', 'Pläne'),
  number('tasksDone', 'Erledigt'),
  { key: 'figuresAt', title: 'Zahlen', sortable: true, cell: city => <FiguresAge at={city.figuresAt} /> },
  {
    key: 'openChecks', title: 'Zu prüfen', align: 'end', sortable: true,
    cell: city => (
      <Show when={city.openChecks > 0} fallback={<Badge tone="success" icon="check">0</Badge>}>
        {city.openChecks}
      </Show>
    ),
  },
]

export const CityTable: Component<{ cities: readonly CityRow[]; sort: SortOrder; search: string }> = props => (
  <DataTable caption="Städte" captionHidden columns={columns} rows={props.cities} sort={props.sort} sortHref={order => orderHref(order, props.search)} />
)
