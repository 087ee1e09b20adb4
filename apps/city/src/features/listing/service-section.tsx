import { For } from 'solid-js'
import type { Component } from 'solid-js'
import type { AccessibilityFact, ListingContent, PaymentMethod, SpokenLanguage, WheelchairAccess } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { RadioCards } from '@digitallotsen/ui/radio-cards.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { createSectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'
import { commonLanguages, otherLanguages } from './spoken-languages.ts'
import { orNull } from './texts.rules.ts'

const read = ({ languages, payment, accessibility: { wheelchair, facts, note } }: ListingContent) => ({
  languages: [...languages], payment: [...payment], wheelchair, facts: [...facts], note: note ?? '',
})

type TicksProps<Word extends string> = { scope: string; words: readonly Word[]; nameOf: (word: Word) => string; chosen: readonly Word[]; onChange: (chosen: Word[]) => void }

const Ticks = <Word extends string>(props: TicksProps<Word>) => (
  <div class="ticks">
    <For each={props.words}>
      {word => (
        <Checkbox
          name={`${props.scope}-${word}`} label={props.nameOf(word)} checked={props.chosen.includes(word)}
          onChange={event => props.onChange(event.currentTarget.checked ? [...props.chosen, word] : props.chosen.filter(other => other !== word))}
        />
      )}
    </For>
  </div>
)

const keysOf = <Word extends string>(labels: Readonly<Record<Word, string>>): Word[] => Object.keys(labels) as Word[]

export const ServiceSection: Component = () => {
  const words = useTexts('listing').service
  const { locale } = useApp()
  const labels = listingWords[locale]
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languageName = (code: SpokenLanguage) => names.of(code) ?? code
  const form = createSectionForm({
    section: 'service',
    read,
    write: ({ languages, payment, wheelchair, facts, note }) => ({ languages, payment, accessibility: { wheelchair, facts, note: orNull(note) } }),
    fieldOf: path => (path.endsWith('note') ? 'note' : path),
    messageOf: () => words.noteError,
  })
  const speak = (languages: SpokenLanguage[]) => form.set({ languages })
  return (
    <SectionFrame section="service" form={form}>
      <fieldset class="flow group">
        <legend><h2>{words.languages}</h2></legend>
        <Ticks scope="language" words={commonLanguages} nameOf={languageName} chosen={form.raw().languages} onChange={speak} />
        <Details summary={words.moreLanguages} help><Ticks scope="language" words={otherLanguages} nameOf={languageName} chosen={form.raw().languages} onChange={speak} /></Details>
      </fieldset>
      <fieldset class="flow group">
        <legend><h2>{words.payment}</h2></legend>
        <Ticks<PaymentMethod> scope="payment" words={keysOf(labels.payment)} nameOf={word => labels.payment[word]} chosen={form.raw().payment} onChange={payment => form.set({ payment })} />
      </fieldset>
      <h2>{words.accessibility}</h2>
      <RadioCards
        name="wheelchair" legend={words.wheelchair} value={form.raw().wheelchair ?? ''}
        options={[...keysOf(labels.wheelchair).map(value => ({ value, label: labels.wheelchair[value] })), { value: '', label: words.wheelchairUnknown, quiet: true }]}
        onChange={value => form.set({ wheelchair: value === '' ? null : (value as WheelchairAccess) })}
      />
      <fieldset class="flow group">
        <legend class="field-label">{words.facts}</legend>
        <Ticks<AccessibilityFact> scope="fact" words={keysOf(labels.facts)} nameOf={word => labels.facts[word]} chosen={form.raw().facts} onChange={facts => form.set({ facts })} />
      </fieldset>
      <TextInput
        name="note" maxLength={120} label={words.note} optional={words.optional} hint={words.noteHint} error={form.errorOf('note')} value={form.raw().note}
        onInput={event => form.set({ note: event.currentTarget.value })}
      />
    </SectionFrame>
  )
}
