import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import type { ClickHandler } from './native.ts'

/** One step back, on top of a page; a link, so that it also works in a new tab. */
export const BackLink: Component<{ href: string; children: JSX.Element; onClick?: ClickHandler | undefined }> = (props) => (
  <a class="back" href={props.href} onClick={(event) => props.onClick?.(event)}>
    <Icon name="arrow-left" />
    <span>{props.children}</span>
  </a>
)
