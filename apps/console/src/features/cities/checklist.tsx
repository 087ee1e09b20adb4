import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import type { OpenPoint } from '../../lib/console-port.ts'
import { count } from './city-words.ts'

export const groupByFile = (points: readonly OpenPoint[]): [file: string, points: OpenPoint[]][] => [...Map.groupBy(points, ({ file }) => file)]

const Point: Component<{ point: OpenPoint }> = props => (
  <li>
    {props.point.note}
    <Show when={props.point.path}>
      <span class="under muted small"><code>{props.point.path}</code></span>
    </Show>
    <Show when={props.point.source}>{source => <span class="under muted small long">{source()}</span>}</Show>
  </li>
)

/** What must be looked at before the city may go live, file by file, as the pack is kept. */
export const Checklist: Component<{ points: readonly OpenPoint[] }> = props => (
  <section class="flow">
    <h2>Vor dem Start zu prüfen</h2>
    <Show when={props.points.length > 0} fallback={<Notice tone="success" title="Alles geprüft">In diesem Paket ist kein Punkt mehr offen.</Notice>}>
      <p>{count(props.points.length, 'Ein Punkt ist', 'Punkte sind')} noch offen. Nach der Prüfung streichen Sie dort „verify: true“.</p>
      <div>
        <For each={groupByFile(props.points)}>
          {([file, points]) => (
            <Details summary={<span>{file} <span class="count">{points.length}</span></span>}>
              <ul>
                <For each={points}>{point => <Point point={point} />}</For>
              </ul>
            </Details>
          )}
        </For>
      </div>
    </Show>
  </section>
)
