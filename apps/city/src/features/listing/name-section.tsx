import type { Component } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'
import { orNull } from './texts.rules.ts'

const longest = 120
const read = ({ name, legalName, tagline }: ListingContent) => ({ name, legalName: legalName ?? '', tagline: tagline ?? '' })

export const NameSection: Component = () => {
  const words = useTexts('listing').name
  const form = createSectionForm({
    section: 'name',
    read,
    write: ({ name, legalName, tagline }) => ({ name: name.trim(), legalName: orNull(legalName), tagline: orNull(tagline) }),
    fieldOf: path => path,
    messageOf: field => (field === 'name' ? words.nameError : words.lineError),
  })
  return (
    <SectionFrame section="name" form={form}>
      <TextInput
        name="name" maxLength={longest} autocomplete="organization" label={words.name} hint={words.nameHint} error={form.errorOf('name')}
        value={form.raw().name} onInput={event => form.set({ name: event.currentTarget.value })}
      />
      <TextInput
        name="tagline" maxLength={longest} label={words.tagline} hint={words.taglineHint} error={form.errorOf('tagline')}
        value={form.raw().tagline} onInput={event => form.set({ tagline: event.currentTarget.value })}
      />
      <TextInput
        name="legalName" maxLength={longest} label={words.legalName} optional={words.optional} hint={words.legalNameHint} error={form.errorOf('legalName')}
        value={form.raw().legalName} onInput={event => form.set({ legalName: event.currentTarget.value })}
      />
    </SectionFrame>
  )
}
