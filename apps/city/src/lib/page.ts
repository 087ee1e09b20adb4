import { createEffect, onMount } from 'solid-js'
import type { Accessor } from 'solid-js'
import { useApp } from '../app/app-context.ts'

let shownBefore = false

/** Where what had the focus is gone, the heading of the page takes it. */
export const focusHeading = (): void => {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}

/** Gives a page its title; after a change of page the heading takes the focus, as a document load would announce it. */
export const usePage = (title: Accessor<string>): void => {
  const { city } = useApp()
  createEffect(() => (document.title = `${title()} – ${city.programme}`))
  onMount(() => {
    if (shownBefore) queueMicrotask(focusHeading)
    shownBefore = true
  })
}
