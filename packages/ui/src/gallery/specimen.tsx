import type { Component, JSX } from 'solid-js'

/** One named part of the gallery. */
export const Specimen: Component<{ title: string; children: JSX.Element }> = (props) => (
  <section class="specimen flow">
    <h2>{props.title}</h2>
    {props.children}
  </section>
)
