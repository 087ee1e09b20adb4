import { Show } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../app/app-context.ts'
import { useTexts } from './texts.tsx'

/** A human on every page: whom to call, and when. */
export const ContactAside: ParentComponent = props => {
  const texts = useTexts()
  const { contact } = useApp().city
  return (
    <aside class="flow">
      {props.children}
      <h2 class="aside-title">{texts.contact.title}</h2>
      <p>{texts.contact.text}</p>
      <p>
        <Show when={contact.person}>{person => <>{person()}, </>}</Show>
        {contact.organisation}
      </p>
      <Show when={contact.phone}>
        {phone => (
          <LinkButton variant="secondary" icon="phone" href={`tel:${phone().replace(/[^\d+]/g, '')}`} aria-label={texts.contact.call(phone())}>
            {phone()}
          </LinkButton>
        )}
      </Show>
      <Show when={!contact.phone && contact.email}>
        {email => <LinkButton variant="secondary" icon="mail" href={`mailto:${email()}`}>{texts.contact.write}</LinkButton>}
      </Show>
      <Show when={contact.hours}>{hours => <p class="small muted">{texts.contact.hours(hours())}</p>}</Show>
    </aside>
  )
}
