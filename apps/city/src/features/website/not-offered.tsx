import type { Component } from 'solid-js'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'

export const NotOffered: Component = () => {
  const words = useTexts('website')
  usePage(() => words.title)
  return (
    <>
      <h1>{words.title}</h1>
      <EmptyState title={words.notOffered} icon="globe">{words.notOfferedText}</EmptyState>
    </>
  )
}
