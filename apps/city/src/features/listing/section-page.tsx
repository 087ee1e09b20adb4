import { Navigate, useParams } from '@solidjs/router'
import { Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { createLaterPart } from '../../lib/later-part.tsx'
import { useListingPath } from './listing-context.ts'
import { isSection } from './sections.ts'
import type { SectionId } from './sections.ts'

const parts: Readonly<Record<SectionId, Component>> = {
  name: createLaterPart(async () => (await import('./name-section.tsx')).NameSection),
  branche: createLaterPart(async () => (await import('./trades-section.tsx')).TradesSection),
  adresse: createLaterPart(async () => (await import('./address-section.tsx')).AddressSection),
  zeiten: createLaterPart(async () => (await import('./hours-section.tsx')).HoursSection),
  kontakt: createLaterPart(async () => (await import('./contact-section.tsx')).ContactSection),
  service: createLaterPart(async () => (await import('./service-section.tsx')).ServiceSection),
  fotos: createLaterPart(async () => (await import('./photos-section.tsx')).PhotosSection),
  geschichte: createLaterPart(async () => (await import('./story-section.tsx')).StorySection),
}

/** One section of the record, by its word in the address. */
export const SectionPage: Component = () => {
  const params = useParams<{ teil: string }>()
  const path = useListingPath()
  const section = () => (isSection(params.teil) ? params.teil : undefined)
  return (
    <Switch fallback={<Navigate href={path} />}>
      <Match when={section()} keyed>
        {id => {
          const Part = parts[id]
          return <Part />
        }}
      </Match>
    </Switch>
  )
}
