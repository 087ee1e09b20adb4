import type { Component } from 'solid-js'
import { Card } from '@digitallotsen/ui/card.tsx'
import { usePage } from '../../lib/page.ts'
import { useTexts } from '../../lib/texts.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { useListing, useListingHome } from './listing-context.ts'
import { PreviewAside } from './preview-aside.tsx'
import { SaveLine, SaveNotice } from './save-line.tsx'
import { SectionList } from './section-list.tsx'
import { StandingCard } from './standing-card.tsx'

/** The listing at a glance: where it stands, its parts, and what it is good for besides. */
export const ListingPage: Component = () => {
  const words = useTexts('listing')
  const session = useListing()
  const home = useListingHome()
  usePage(() => words.area)
  return (
    <div class="columns">
      <div class="flow">
        <p class="eyebrow">{session.content().name}</p>
        <h1>{words.area}</h1>
        <p class="lead">{words.lead}</p>
        <ConflictNotice />
        <SaveNotice />
        <StandingCard />
        <h2>{words.partsTitle}</h2>
        <SectionList />
        <p class="row"><SaveLine /></p>
        <div class="grid two flow-far">
          <Card title={words.everywhereTitle} titleLevel={2} href={`${home}/ueberall`}><p>{words.everywhereText}</p></Card>
          <Card title={words.versionsTitle} titleLevel={2} href={`${home}/fassungen`}><p>{words.versionsText}</p></Card>
        </div>
      </div>
      <PreviewAside />
    </div>
  )
}
