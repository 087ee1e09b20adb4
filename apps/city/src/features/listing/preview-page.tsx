import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { ContactAside } from '../../lib/contact-aside.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useListingHome } from './listing-context.ts'
import { ListingPreview } from './listing-preview.tsx'

export const PreviewPage: Component = () => {
  const words = useTexts('listing')
  const home = useListingHome()
  usePage(() => words.preview.title)
  return (
    <div class="columns">
      <div class="flow">
        <BackLink href={home}>{words.backToHub}</BackLink>
        <h1>{words.preview.title}</h1>
        <Notice>{words.preview.note}</Notice>
        <ListingPreview level={2} />
      </div>
      <ContactAside />
    </div>
  )
}
