import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { useTexts } from '../../lib/texts.tsx'

export const WhatWeCheck: Component = () => {
  const words = useTexts('website').how
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <ul class="plain-list split">
        <For each={words.points}>
          {({ title, text }) => (
            <li>
              <strong>{title}</strong>
              <p class="muted">{text}</p>
            </li>
          )}
        </For>
      </ul>
      <p>{words.polite}</p>
    </section>
  )
}
