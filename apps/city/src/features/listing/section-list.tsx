import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useListing, useListingHome, usePhotos } from './listing-context.ts'
import { useUnsavedSections } from './section-form.state.ts'
import { gapSection, isFilled, sectionIds, sectionOf } from './sections.ts'
import type { SectionId } from './sections.ts'

type State = 'clash' | 'wrong' | 'gap' | 'done' | 'open'
const tones = { clash: 'danger', wrong: 'danger', gap: 'warning', done: 'success', open: 'neutral' } as const

/** The record as a list of small jobs, each with how far it is. */
export const SectionList: Component = () => {
  const words = useTexts('listing')
  const session = useListing()
  const photos = usePhotos()
  const home = useListingHome()
  const unsaved = useUnsavedSections()
  const stateOf = (id: SectionId): State => {
    if (session.clashes().some(part => sectionOf(part) === id)) return 'clash'
    if (unsaved().includes(id)) return 'wrong'
    if (session.gaps().some(gap => gapSection(gap) === id)) return 'gap'
    return isFilled(id, { content: session.content(), photos: photos.list() }) ? 'done' : 'open'
  }
  return (
    <ol class="plain-list split jobs">
      <For each={sectionIds}>
        {id => (
          <li class="job">
            <div>
              <a class="job-link" href={`${home}/${id}`}>{words.sections[id].title}</a>
              <p class="small muted">{words.sections[id].lead}</p>
            </div>
            <Badge tone={tones[stateOf(id)]} icon={stateOf(id) === 'done' ? 'check' : undefined}>{words.jobs[stateOf(id)]}</Badge>
          </li>
        )}
      </For>
    </ol>
  )
}
