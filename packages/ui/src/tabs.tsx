import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import './styles/tabs.css'

export interface TabLink {
  href: string
  label: string
  current?: boolean | undefined
  count?: number | undefined
}

/** Views of one thing as links, each with its own address. */
export const Tabs: Component<{ label: string; items: readonly TabLink[] }> = (props) => (
  <nav class="tabs" aria-label={props.label}>
    <ul>
      <For each={props.items}>
        {(item) => (
          <li>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              <Show when={item.count !== undefined}>
                <span class="count">{item.count}</span>
              </Show>
            </a>
          </li>
        )}
      </For>
    </ul>
  </nav>
)
