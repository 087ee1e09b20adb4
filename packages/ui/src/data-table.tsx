import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import './styles/tables.css'

export interface SortOrder {
  key: string
  direction: 'ascending' | 'descending'
}

export interface Column<Row> {
  key: string
  title: string
  cell: (row: Row) => JSX.Element
  /** The one column that names the row: its header cell, the title of its card on phones. */
  heading?: boolean | undefined
  align?: 'start' | 'end' | undefined
  sortable?: boolean | undefined
}

export interface DataTableProps<Row> {
  caption: string
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sort?: SortOrder | undefined
  /** Sorting by address; wins over `onSort`. */
  sortHref?: ((order: SortOrder) => string) | undefined
  onSort?: ((order: SortOrder) => void) | undefined
  /** Stands in place of the table while there are no rows. */
  empty?: JSX.Element | undefined
}

/** The order a click on this column asks for: ascending first, then the other way round. */
export function nextOrder(current: SortOrder | undefined, key: string): SortOrder {
  return { key, direction: current?.key === key && current.direction === 'ascending' ? 'descending' : 'ascending' }
}

const signs: Record<'none' | SortOrder['direction'], IconName> = { none: 'arrow-up-down', ascending: 'arrow-up', descending: 'arrow-down' }

interface SortHeadProps {
  title: string
  state: keyof typeof signs
  href: string | undefined
  onSort: () => void
}

const SortHead: Component<SortHeadProps> = (props) => (
  <Show
    when={props.href}
    fallback={
      <button type="button" class="table-sort" onClick={() => props.onSort()}>
        {props.title}
        <Icon name={signs[props.state]} />
      </button>
    }
  >
    {(href) => (
      <a class="table-sort" href={href()}>
        {props.title}
        <Icon name={signs[props.state]} />
      </a>
    )}
  </Show>
)

/** A real table, a stack of cards on phones; its roles are spelled out, since cards would lose them. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const stateOf = (column: Column<Row>): keyof typeof signs => (props.sort?.key === column.key ? props.sort.direction : 'none')
  const end = (column: Column<Row>): string | undefined => (column.align === 'end' ? 'table-end' : undefined)
  return (
    <Show when={props.rows.length > 0 || !props.empty} fallback={props.empty}>
      <div class="table-frame">
        <table role="table">
          <caption class={props.captionHidden ? 'hidden' : undefined}>{props.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <For each={props.columns}>
                {(column) => (
                  <th role="columnheader" scope="col" class={end(column)} aria-sort={column.sortable ? stateOf(column) : undefined}>
                    <Show when={column.sortable} fallback={<span class="table-plain-head">{column.title}</span>}>
                      <SortHead
                        title={column.title}
                        state={stateOf(column)}
                        href={props.sortHref?.(nextOrder(props.sort, column.key))}
                        onSort={() => props.onSort?.(nextOrder(props.sort, column.key))}
                      />
                    </Show>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody role="rowgroup">
            <For each={props.rows}>
              {(row) => (
                <tr role="row">
                  <For each={props.columns}>
                    {(column) => (
                      <Show
                        when={column.heading}
                        fallback={
                          <td role="cell" class={end(column)} data-label={column.title}>
                            <span>{column.cell(row)}</span>
                          </td>
                        }
                      >
                        <th role="rowheader" scope="row">
                          {column.cell(row)}
                        </th>
                      </Show>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  )
}
