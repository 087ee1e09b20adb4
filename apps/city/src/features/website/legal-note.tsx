import type { Component } from 'solid-js'
import { useTexts } from '../../lib/texts.tsx'

export const LegalNote: Component = () => {
  const words = useTexts('website')
  return (
    <section class="flow">
      <h2>{words.report.legalTitle}</h2>
      <p>{words.report.legal}</p>
    </section>
  )
}
