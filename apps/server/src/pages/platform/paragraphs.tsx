import { For } from 'solid-js'
import type { Component } from 'solid-js'

const split = (text: string, between: RegExp): string[] => text.split(between).map(part => part.trim()).filter(part => part !== '')

/** Plain text as it was typed: an empty line parts paragraphs, a line stays a line. */
export const Paragraphs: Component<{ text: string }> = props => (
  <For each={split(props.text, /\n\s*\n/)}>
    {paragraph => <p><For each={split(paragraph, /\n/)}>{(line, index) => (index() === 0 ? line : <><br />{line}</>)}</For></p>}
  </For>
)
