import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { createSoonPart } from '../../lib/later-part.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListingHome } from './listing-context.ts'

const ListingPreview = createSoonPart(async () => (await import('./listing-preview.tsx')).ListingPreview)

/** How it will look, beside what is being written; on a phone it is one step away. */
export const PreviewAside: Component = () => {
  const words = useTexts('listing').preview
  const home = useListingHome()
  return (
    <ContactAside>
      <h2 class="aside-title">{words.title}</h2>
      <div class="wide-only"><ListingPreview level={3} short /></div>
      <LinkButton variant="secondary" href={`${home}/vorschau`}>{words.open}</LinkButton>
    </ContactAside>
  )
}
