import { Show } from 'solid-js'
import type { ParentComponent } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../app/app-context.ts'
import { known, telHref } from './contact.ts'
import { useTexts } from './texts.tsx'

/** A human on every page: whom to call or write to, and when. */
export const ContactAside: ParentComponent = props => {
  const texts = useTexts()
  const { contact } = useApp().city
  const phone = known(contact.phone)
  const email = known(contact.email)
  return (
    <aside class="flow">
      {props.children}
      <h2 class="aside-title">{texts.contact.title}</h2>
      <p>{phone ? texts.contact.callText : texts.contact.visitText}</p>
      <p>{[known(contact.person), contact.organisation, phone ? undefined : known(contact.address)].filter(Boolean).join(', ')}</p>
      <Show when={phone}>
        {number => (
          <LinkButton variant="secondary" icon="phone" href={telHref(number())} aria-label={texts.contact.call(number())}>
            {number()}
          </LinkButton>
        )}
      </Show>
      <Show when={!phone && email}>{address => <LinkButton variant="secondary" icon="mail" href={`mailto:${address()}`}>{texts.contact.write}</LinkButton>}</Show>
      <Show when={known(contact.hours)}>{hours => <p class="small muted">{texts.contact.hours(hours())}</p>}</Show>
    </aside>
  )
}
