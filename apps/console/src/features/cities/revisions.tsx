import type { Component } from 'solid-js'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column } from '@digitallotsen/ui/data-table.tsx'
import type { CityRevision } from '../../lib/console-port.ts'
import { formatInstant } from '../../lib/dates.ts'

const columns: readonly Column<CityRevision>[] = [
  { key: 'revision', title: 'Stand', heading: true, cell: row => `Stand ${row.revision}` },
  { key: 'appliedAt', title: 'Angewendet', cell: row => <time dateTime={row.appliedAt}>{formatInstant(row.appliedAt)}</time> },
  { key: 'appliedBy', title: 'Durch', cell: row => <span class="long">{row.appliedBy}</span> },
  { key: 'framework', title: 'Rahmen', cell: row => row.frameworkVersion },
  { key: 'hash', title: 'Prüfsumme', cell: row => <code title={row.hash}>{row.hash.slice(0, 12)}</code> },
]

export const Revisions: Component<{ revisions: readonly CityRevision[] }> = props => (
  <section class="flow">
    <h2>Angewendete Pakete</h2>
    <DataTable caption="Angewendete Pakete" captionHidden columns={columns} rows={props.revisions} empty={<p class="muted">Für diese Stadt ist noch kein Paket angewendet.</p>} />
  </section>
)
