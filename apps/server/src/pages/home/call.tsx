import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { mailHref, telHref } from '../contact.ts'
import { textOf } from '../page-texts.ts'
import type { PartFrame } from '../kept-part.tsx'
import { wordsOf } from '../words.ts'

/** A person to call, large enough to find at a glance. */
export const Call: Component<{ frame: PartFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const contact = () => props.frame.pack.city.contact
  return (
    <section class="call on-brand" id="kontakt">
      <div class="wrap">
        <div class="flow">
          <h2>{textOf(props.frame, 'home.call.title') || words().contact}</h2>
          <p class="lead">{textOf(props.frame, 'home.call.text')}</p>
          <p class="actions">
            <Show when={contact().phone}>
              {phone => <LinkButton href={telHref(phone())} size="large" icon="phone">{words().call(phone())}</LinkButton>}
            </Show>
            <Show when={contact().email}>
              {email => <LinkButton href={mailHref(email())} size="large" variant="secondary" icon="mail">{words().write}</LinkButton>}
            </Show>
          </p>
        </div>
        <address>
          <p>
            <Show when={contact().person}>{person => <><strong>{person()}</strong><br /></>}</Show>
            <Show when={contact().role}>{role => <>{role()}<br /></>}</Show>
            {contact().organisation}
          </p>
          <Show when={contact().address}>{address => <p>{address()}</p>}</Show>
          <Show when={contact().hours}>{hours => <p>{hours()}</p>}</Show>
        </address>
      </div>
    </section>
  )
}
