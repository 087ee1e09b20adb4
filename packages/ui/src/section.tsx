import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'

export interface SectionProps {
  title: JSX.Element
  lead?: JSX.Element | undefined
  id?: string | undefined
  children: JSX.Element
}

/** A part of a public page: heading in the narrow left column, content in the wide right one, below each other on phones. */
export const Section: Component<SectionProps> = (props) => (
  <section class="section" id={props.id}>
    <div class="wrap">
      <div class="section-head">
        <h2>{props.title}</h2>
        <Show when={props.lead}>
          <p>{props.lead}</p>
        </Show>
      </div>
      <div>{props.children}</div>
    </div>
  </section>
)
