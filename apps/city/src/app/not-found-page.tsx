import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { usePage } from '../lib/page.ts'
import { useTexts } from '../lib/texts.tsx'
import { useApp } from './app-context.ts'

export const NotFoundPage: Component = () => {
  const texts = useTexts()
  const { base } = useApp()
  usePage(() => texts.common.notFoundTitle)
  return (
    <div class="flow prose">
      <h1>{texts.common.notFoundTitle}</h1>
      <p class="lead">{texts.common.notFound}</p>
      <LinkButton href={base || '/'}>{texts.common.home}</LinkButton>
    </div>
  )
}
