import { Index, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { PhoneKind, SocialNetwork } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { listingWords } from '@digitallotsen/domain/listing/listing.words.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'
import { contactField, mostPhones, mostSocial, readContact, writeContact } from './contact-fields.rules.ts'
import type { ContactFields } from './contact-fields.rules.ts'
import { changed, focusLater } from './lines.ts'
import { createSectionForm } from './section-form.state.ts'
import type { SectionForm } from './section-form.state.ts'
import { SectionFrame } from './section-frame.tsx'

type FormProps = { form: SectionForm<ContactFields> }

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))

const Phones: Component<FormProps> = props => {
  const words = useTexts('listing').contact
  const labels = listingWords[useApp().locale]
  const lines = () => props.form.raw().phones
  const change = (index: number, line: Partial<ContactFields['phones'][number]>) => props.form.set({ phones: changed(lines(), index, line) })
  const add = (): void => {
    props.form.set({ phones: [...lines(), { kind: 'mobile', number: '' }] })
    focusLater(`field-phone-${lines().length - 1}`)
  }
  return (
    <fieldset class="flow group">
      <legend><h2>{words.phones}</h2></legend>
      <Index each={lines()}>
        {(line, index) => (
          <div class="pair">
            <TextInput
              name={`phone-${index}`} type="tel" inputMode="tel" autocomplete="tel" maxLength={40} label={words.phone(index + 1)} error={props.form.errorOf(`phone-${index}`)}
              value={line().number} onInput={event => change(index, { number: event.currentTarget.value })}
            />
            <Select
              name={`phone-kind-${index}`} label={words.phoneKind(index + 1)} options={optionsOf(labels.phones)} value={line().kind}
              onChange={event => change(index, { kind: event.currentTarget.value as PhoneKind })}
            />
          </div>
        )}
      </Index>
      <Show when={lines().length < mostPhones}><Button variant="quiet" icon="plus" onClick={add}>{words.addPhone}</Button></Show>
    </fieldset>
  )
}

const Social: Component<FormProps> = props => {
  const words = useTexts('listing').contact
  const labels = listingWords[useApp().locale]
  const lines = () => props.form.raw().social
  const change = (index: number, line: Partial<ContactFields['social'][number]>) => props.form.set({ social: changed(lines(), index, line) })
  const add = (): void => {
    props.form.set({ social: [...lines(), { network: 'facebook', url: '' }] })
    focusLater(`field-network-${lines().length - 1}`)
  }
  return (
    <fieldset class="flow group">
      <legend><h2>{words.social}</h2></legend>
      <p class="muted">{words.socialHint}</p>
      <Index each={lines()}>
        {(line, index) => (
          <div class="pair pair-narrow-first">
            <Select
              name={`network-${index}`} label={words.network(index + 1)} options={optionsOf(labels.networks)} value={line().network}
              onChange={event => change(index, { network: event.currentTarget.value as SocialNetwork })}
            />
            <TextInput
              name={`social-${index}`} inputMode="url" autocapitalize="none" maxLength={300} label={words.socialUrl(index + 1)} error={props.form.errorOf(`social-${index}`)}
              value={line().url} onInput={event => change(index, { url: event.currentTarget.value })}
            />
          </div>
        )}
      </Index>
      <Show when={lines().length < mostSocial}><Button variant="quiet" icon="plus" onClick={add}>{words.addSocial}</Button></Show>
    </fieldset>
  )
}

export const ContactSection: Component = () => {
  const words = useTexts('listing').contact
  const messages: Readonly<Record<string, string>> = { phone: words.phoneError, email: words.emailError, website: words.webError, social: words.webError }
  const form = createSectionForm({
    section: 'kontakt', read: readContact, write: writeContact, fieldOf: contactField, messageOf: field => messages[field.replace(/-\d+$/, '')] ?? words.webError,
  })
  return (
    <SectionFrame section="kontakt" form={form}>
      <Phones form={form} />
      <h2>{words.web}</h2>
      <TextInput
        name="email" type="email" inputMode="email" autocomplete="email" width="m" maxLength={254} label={words.email} hint={words.emailHint} error={form.errorOf('email')}
        value={form.raw().email} onInput={event => form.set({ email: event.currentTarget.value })}
      />
      <TextInput
        name="website" inputMode="url" autocapitalize="none" autocomplete="url" width="m" maxLength={300} label={words.website} hint={words.websiteHint} error={form.errorOf('website')}
        value={form.raw().website} onInput={event => form.set({ website: event.currentTarget.value })}
      />
      <Social form={form} />
    </SectionFrame>
  )
}
