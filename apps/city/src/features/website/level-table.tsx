import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { ItemLevels } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column } from '@digitallotsen/ui/data-table.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { itemTitle } from '../result/item-title.ts'
import { spokenIds } from './findings.rules.ts'

const highest = 4

/** What people said about an item beside what was measured, and which of them counts. */
export const LevelTable: Component<{ levels: readonly ItemLevels[]; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('website').levels
  const said = (level: number | null) => (level === null ? '–' : words.level(level))
  const columns: readonly Column<ItemLevels>[] = [
    { key: 'item', title: words.columns.item, heading: true, cell: ({ itemId }) => `${itemId} ${itemTitle(props.catalogue, itemId)}` },
    { key: 'self', title: words.columns.self, cell: ({ self }) => said(self) },
    { key: 'guide', title: words.columns.guide, cell: ({ guide }) => said(guide) },
    {
      key: 'auto',
      title: words.columns.auto,
      cell: ({ auto, checkIds }) => (
        <Show when={auto < highest} fallback={words.free}>
          {words.atMost(auto)}
          <Show when={checkIds.length > 0}><br /><span class="small muted">{words.because(spokenIds(checkIds))}</span></Show>
        </Show>
      ),
    },
    { key: 'effective', title: words.columns.effective, cell: ({ effective }) => <strong>{said(effective)}</strong> },
  ]
  return (
    <Show when={props.levels.length > 0}>
      <section class="flow">
        <h2>{words.title}</h2>
        <p>{words.lead}</p>
        <DataTable caption={words.caption} columns={columns} rows={props.levels} />
      </section>
    </Show>
  )
}
