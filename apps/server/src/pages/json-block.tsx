import type { Component } from 'solid-js'

const dangerous = /[<>&\u2028\u2029]/g
const asEscape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON that no text in it can end: what HTML or a script might read as syntax is written as an escape. */
export const safeJson = (value: unknown): string => JSON.stringify(value).replace(dangerous, asEscape)

/** Data in the page, never run; the only place that writes text unescaped, and safeJson is why it may. */
export const JsonBlock: Component<{ id?: string; type: 'application/json' | 'application/ld+json'; value: unknown }> = props => (
  // eslint-disable-next-line solid/no-innerhtml
  <script type={props.type} id={props.id} innerHTML={safeJson(props.value)} />
)
