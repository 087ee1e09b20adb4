import type { Component } from 'solid-js'
import { jsonLdText } from '@digitallotsen/domain/listing/json-ld.rules.ts'

/** Data in the page, never run; the only place that writes text unescaped, and jsonLdText is why it may. */
export const JsonBlock: Component<{ id?: string; type: 'application/json' | 'application/ld+json'; value: object }> = props => (
  // eslint-disable-next-line solid/no-innerhtml
  <script type={props.type} id={props.id} innerHTML={jsonLdText(props.value)} />
)
