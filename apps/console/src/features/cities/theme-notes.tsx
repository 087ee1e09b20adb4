import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ThemeNote } from '../../lib/console-port.ts'

const schemes = { light: 'Hell', dark: 'Dunkel' } as const

/** Says what was changed in the city's colours so that they stay readable. */
export const ThemeNotes: Component<{ notes: readonly ThemeNote[] }> = props => (
  <section class="flow">
    <h2>Farben</h2>
    <Show when={props.notes.length > 0} fallback={<p class="muted">Die Farben der Stadt sind gut lesbar und wurden nicht verändert.</p>}>
      <ul class="plain-list split">
        <For each={props.notes}>
          {note => (
            <li>
              {note.message}
              <span class="under muted small">{schemes[note.scheme]}, <code>{note.token}</code></span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
)
