import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'

const longest = 5000

export const StorySection: Component = () => {
  const words = useTexts('listing').story
  const form = createSectionForm({
    section: 'geschichte',
    read: ({ story }) => ({ story }),
    write: ({ story }) => ({ story: story.trim() }),
    fieldOf: path => path,
    messageOf: () => words.error,
  })
  return (
    <SectionFrame section="geschichte" form={form}>
      <TextArea
        name="story" rows={10} maxLength={longest} label={words.label} hint={words.hint} error={form.errorOf('story')}
        value={form.raw().story} onInput={event => form.set({ story: event.currentTarget.value })}
      />
      <p class="small muted">{words.left(longest - form.raw().story.length)}</p>
      <Details summary={words.help} help>
        <ul><For each={words.ideas}>{idea => <li>{idea}</li>}</For></ul>
      </Details>
    </SectionFrame>
  )
}
