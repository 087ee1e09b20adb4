import { createEffect, onMount } from 'solid-js'
import type { Accessor } from 'solid-js'

let shownBefore = false

const focusHeading = (): void => {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/** Gives a page its title; after a change of page the heading takes the focus, as a document load would announce it. */
export const usePage = (title: Accessor<string>): void => {
  createEffect(() => (document.title = `${title()} – Konsole der Digitallotsen`))
  onMount(() => {
    if (shownBefore) queueMicrotask(focusHeading)
    shownBefore = true
  })
}
