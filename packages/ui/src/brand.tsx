import { Show } from 'solid-js'
import type { Component } from 'solid-js'

export interface BrandProps {
  href: string
  name: string
  /** Second, smaller line. */
  note?: string | undefined
  logo?: { light: string; dark?: string | undefined; alt: string } | undefined
}

/** The sender of a page: a logo where there is one, else a bar in the brand's colour, and the name, linking home. */
export const Brand: Component<BrandProps> = (props) => (
  <a class="wordmark" href={props.href}>
    <Show when={props.logo} fallback={<span class="wordmark-sign" />}>
      {(logo) => (
        <picture>
          <Show when={logo().dark}>{(dark) => <source srcset={dark()} media="(prefers-color-scheme: dark)" />}</Show>
          <img src={logo().light} alt={logo().alt} height="40" />
        </picture>
      )}
    </Show>
    <span>
      {props.name}
      <Show when={props.note}>
        <small>{props.note}</small>
      </Show>
    </span>
  </a>
)
