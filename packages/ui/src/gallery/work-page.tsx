import { createMemo, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '../badge.tsx'
import { Button } from '../button.tsx'
import { DataTable } from '../data-table.tsx'
import type { SortOrder } from '../data-table.tsx'
import { EmptyState } from '../empty-state.tsx'
import { Pagination } from '../pagination.tsx'
import { Tabs } from '../tabs.tsx'
import { TextInput } from '../text-input.tsx'
import { Frame } from './frame.tsx'

interface Row {
  name: string
  place: string
  score: number
  state: string
}

const rows: Row[] = [
  { name: 'Fahrrad Muster', place: 'Mitte', score: 48, state: 'in Arbeit' },
  { name: 'Buchhandlung am Beispielplatz', place: 'Nordviertel', score: 71, state: 'fertig' },
  { name: 'Änderungsschneiderei Özlem', place: 'Am alten Hafen', score: 23, state: 'neu' },
  { name: 'Feinkost & Weinhandel Musterfrau', place: 'Oststadt', score: 55, state: 'in Arbeit' },
]

export const WorkPage: Component = () => {
  const [sort, setSort] = createSignal<SortOrder>({ key: 'name', direction: 'ascending' })
  const sorted = createMemo(() => {
    const order = sort()
    const sign = order.direction === 'ascending' ? 1 : -1
    return [...rows].sort((a, b) => sign * (order.key === 'score' ? a.score - b.score : a.name.localeCompare(b.name, 'de')))
  })
  return (
    <Frame page="arbeit">
      <div class="flow">
        <div class="row spread">
          <h1>Betriebe</h1>
          <Button icon="plus">Betrieb anlegen</Button>
        </div>
        <Tabs label="Ansicht" items={[{ href: '#alle', label: 'Alle', count: 148, current: true }, { href: '#neu', label: 'Neu', count: 3 }, { href: '#arbeit', label: 'In Arbeit', count: 92 }, { href: '#fertig', label: 'Abgeschlossen', count: 53 }]} />
        <TextInput label="Suche" type="search" name="suche" width="m" />
        <DataTable
          caption="4 von 148 Betrieben"
          rows={sorted()}
          sort={sort()}
          onSort={setSort}
          columns={[
            { key: 'name', title: 'Name', heading: true, sortable: true, cell: (row) => <a href="#betrieb">{row.name}</a> },
            { key: 'place', title: 'Stadtteil', cell: (row) => row.place },
            { key: 'score', title: 'Punkte', align: 'end', sortable: true, cell: (row) => row.score },
            { key: 'state', title: 'Stand', cell: (row) => <Badge tone={row.state === 'fertig' ? 'success' : row.state === 'neu' ? 'accent' : 'neutral'}>{row.state}</Badge> },
          ]}
        />
        <Pagination label="Seiten" page={3} pageCount={9} href={(page) => `#seite-${page}`} previousLabel="Zurück" nextLabel="Weiter" pageLabel={(page) => `Seite ${page}`} status="3 von 9" />
        <h2>Ohne Treffer</h2>
        <DataTable
          caption="Treffer"
          rows={[]}
          columns={[{ key: 'name', title: 'Name', cell: (row: Row) => row.name }]}
          empty={<EmptyState level={3} icon="search" title="Kein Betrieb gefunden" action={<Button variant="secondary">Filter zurücksetzen</Button>}><p>Prüfen Sie die Schreibweise, oder nehmen Sie einen Filter weg.</p></EmptyState>}
        />
      </div>
    </Frame>
  )
}
