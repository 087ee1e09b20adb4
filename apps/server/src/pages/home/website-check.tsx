import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Section } from '@digitallotsen/ui/section.tsx'
import type { PartFrame } from '../kept-part.tsx'
import { linkFrom } from '../page-frame.ts'
import { wordsOf } from '../words.ts'

/** A first look at one's own website, without an account. */
export const WebsiteCheck: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return (
    <Section title={words().websiteTitle}>
      <div class="flow">
        <p>{words().websiteText}</p>
        <p><LinkButton href={linkFrom(props.frame, '/website-check')} variant="secondary">{words().websiteAction}</LinkButton></p>
      </div>
    </Section>
  )
}
