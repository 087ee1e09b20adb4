import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Icon } from './icon.tsx'
import './styles/tables.css'

export interface PaginationProps {
  label: string
  page: number
  pageCount: number
  href: (page: number) => string
  previousLabel: string
  nextLabel: string
  /** Names a page for screen readers, e.g. „Seite 3“. */
  pageLabel: (page: number) => string
  /** Shown on phones instead of the numbers, e.g. „2 von 9“. */
  status: string
}

/** The page numbers to offer: first, last, and those around the current one; `undefined` is a gap. */
export function pagesToShow(page: number, pageCount: number): (number | undefined)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pageCount])].filter((each) => each >= 1 && each <= pageCount).sort((a, b) => a - b)
  return wanted.flatMap((each, index) => {
    const before = wanted[index - 1]
    return before !== undefined && each - before > 1 ? [undefined, each] : [each]
  })
}

/** Links to the pages of a list; renders nothing when there is only one. */
export const Pagination: Component<PaginationProps> = (props) => (
  <Show when={props.pageCount > 1}>
    <nav aria-label={props.label}>
      <ul class="pages">
        <Show when={props.page > 1}>
          <li>
            <a href={props.href(props.page - 1)} rel="prev">
              <Icon name="arrow-left" />
              {props.previousLabel}
            </a>
          </li>
        </Show>
        <li class="pages-status">
          <span>{props.status}</span>
        </li>
        <For each={pagesToShow(props.page, props.pageCount)}>
          {(page) => (
            <li class="pages-number">
              <Show when={page} fallback={<span aria-hidden="true">…</span>}>
                {(number) => (
                  <a href={props.href(number())} aria-label={props.pageLabel(number())} aria-current={number() === props.page ? 'page' : undefined}>
                    {number()}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
        <Show when={props.page < props.pageCount}>
          <li>
            <a href={props.href(props.page + 1)} rel="next">
              {props.nextLabel}
              <Icon name="arrow-right" />
            </a>
          </li>
        </Show>
      </ul>
    </nav>
  </Show>
)
