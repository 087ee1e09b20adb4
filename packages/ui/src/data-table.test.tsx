import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { DataTable } from './data-table.tsx'
import type { Column, SortOrder } from './data-table.tsx'

interface Row {
  name: string
  points: number
}

const columns: Column<Row>[] = [
  { key: 'name', title: 'Name', heading: true, sortable: true, cell: (row) => row.name },
  { key: 'points', title: 'Punkte', align: 'end', sortable: true, cell: (row) => row.points },
  { key: 'state', title: 'Stand', cell: () => 'offen' },
]
const rows: Row[] = [{ name: 'Anker', points: 3 }, { name: 'Boje', points: 1 }]

test('a table keeps its roles, names its rows, and tells phones the column of each cell', () => {
  render(() => <DataTable caption="Betriebe" columns={columns} rows={rows} />)
  expect(screen.getByRole('table', { name: 'Betriebe' })).toBeTruthy()
  expect(screen.getByRole('rowheader', { name: 'Anker' })).toBeTruthy()
  expect(screen.getByRole('cell', { name: '3' }).getAttribute('data-label')).toBe('Punkte')
})

test('a click on a head sorts ascending, the next one descending', () => {
  const [sort, setSort] = createSignal<SortOrder>()
  render(() => <DataTable caption="Betriebe" columns={columns} rows={rows} sort={sort()} onSort={setSort} />)
  const head = (): HTMLElement => screen.getByRole('columnheader', { name: 'Punkte' })
  expect(head().getAttribute('aria-sort')).toBe('none')
  fireEvent.click(screen.getByRole('button', { name: 'Punkte' }))
  expect(head().getAttribute('aria-sort')).toBe('ascending')
  fireEvent.click(screen.getByRole('button', { name: 'Punkte' }))
  expect(head().getAttribute('aria-sort')).toBe('descending')
  fireEvent.click(screen.getByRole('button', { name: 'Name' }))
  expect(sort()).toEqual({ key: 'name', direction: 'ascending' })
  expect(screen.getByRole('columnheader', { name: 'Stand' }).hasAttribute('aria-sort')).toBe(false)
})

test('sorting by address gives each order a link', () => {
  render(() => <DataTable caption="Betriebe" columns={columns} rows={rows} sort={{ key: 'name', direction: 'ascending' }} sortHref={(order) => `?sort=${order.key}-${order.direction}`} />)
  expect(screen.getByRole('link', { name: 'Name' }).getAttribute('href')).toBe('?sort=name-descending')
  expect(screen.getByRole('link', { name: 'Punkte' }).getAttribute('href')).toBe('?sort=points-ascending')
})

test('without rows the empty state stands in its place', () => {
  render(() => <DataTable caption="Betriebe" columns={columns} rows={[]} empty={<p>Noch keine Betriebe</p>} />)
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText('Noch keine Betriebe')).toBeTruthy()
})
