import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { usePage } from '../lib/page.ts'

export const NotFoundPage: Component = () => {
  usePage(() => 'Diese Seite gibt es nicht')
  return (
    <div class="flow prose">
      <h1>Diese Seite gibt es nicht</h1>
      <p class="lead">Vielleicht ist der Link veraltet. Die Städte finden Sie auf der Startseite.</p>
      <LinkButton href="/">Zu den Städten</LinkButton>
    </div>
  )
}
