import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { mailHref, telHref } from './contact.ts'
import type { PartFrame } from './kept-part.tsx'
import { wordsOf } from './words.ts'

/** Who answers and how to reach them, in a few lines; on every page. */
export const ContactLines: Component<{ frame: PartFrame }> = props => {
  const contact = () => props.frame.pack.city.contact
  const words = () => wordsOf(props.frame.locale)
  return (
    <address class="contact-lines">
      <p>
        <strong>{contact().organisation}</strong>
        <Show when={contact().address}>{address => <><br />{address()}</>}</Show>
      </p>
      <p>
        <Show when={contact().phone} fallback={words().noPhone}>
          {phone => <a href={telHref(phone())}>{words().call(phone())}</a>}
        </Show>
        <Show when={contact().hours}>{hours => <><br />{hours()}</>}</Show>
      </p>
      <Show when={contact().email}>{email => <p><a href={mailHref(email())}>{email()}</a></p>}</Show>
    </address>
  )
}
