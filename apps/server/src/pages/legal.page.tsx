import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { mainLocale } from './addresses.ts'
import { mailHref, telHref } from './contact.ts'
import { kept, type PartFrame } from './kept-part.tsx'
import { Layout } from './layout.tsx'
import { findOmbudsLink } from './legal-links.ts'
import { longDay } from './page-dates.ts'
import { Prose } from './prose.tsx'
import type { LegalPageName } from './public-pages.types.ts'
import type { PageFrame } from './page-frame.ts'
import { wordsOf } from './words.ts'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** How to tell the city about a barrier, and who helps when that fails. */
const Feedback: Component<{ frame: PageFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const contact = () => props.frame.pack.city.contact
  return (
    <section id="rueckmeldung" class="card card-marked flow-far" aria-labelledby="rueckmeldung-titel">
      <h2 id="rueckmeldung-titel">{words().feedbackTitle}</h2>
      <p>{words().feedbackText}</p>
      <p>
        {contact().organisation}
        <Show when={contact().address}>{address => <>, {address()}</>}</Show>
      </p>
      <p>
        <Show when={contact().phone} fallback={words().noPhone}>
          {phone => <a href={telHref(phone())}>{words().call(phone())}</a>}
        </Show>
      </p>
      <Show when={contact().email}>
        {email => (
          <p>
            <a href={`${mailHref(email())}?subject=${encodeURIComponent(words().feedbackSubject)}`}>{words().write}</a>: {email()}
          </p>
        )}
      </Show>
      <Show when={findOmbudsLink(props.frame)}>
        {link => (
          <p>
            {words().toOmbuds} <a href={link().href} hreflang={mainLocale} lang={mainLocale}>{link().text}</a>
          </p>
        )}
      </Show>
    </section>
  )
}

/** The text of each page, kept apart from the notes around it. */
const texts: Record<LegalPageName, Component<{ frame: PartFrame }>> = {
  imprint: kept(props => <Prose blocks={props.frame.pack.legal.imprint.blocks} />),
  privacy: kept(props => <Prose blocks={props.frame.pack.legal.privacy.blocks} />),
  accessibility: kept(props => <Prose blocks={props.frame.pack.legal.accessibility.blocks} />),
}

/** Imprint, privacy or accessibility, from the pack's text; marked as a draft until somebody responsible has looked at it. */
export const LegalPage: Component<{ frame: PageFrame; page: LegalPageName }> = props => {
  const text = () => props.frame.pack.legal[props.page]
  const words = () => wordsOf(props.frame.locale)
  const isForeign = () => props.frame.locale !== mainLocale
  return (
    <Layout frame={props.frame} title={`${text().title} – ${props.frame.pack.programme}`}>
      <div class="wrap narrow flow legal">
        <h1 lang={mainLocale}>{text().title}</h1>
        <Show when={isForeign()}>
          <p class="muted">{words().germanOnly}</p>
        </Show>
        <Show when={text().verify}>
          <Notice tone="warning" title={words().draftMark}><p>{words().draftMarkText}</p></Notice>
        </Show>
        <div class="flow" lang={mainLocale}>
          <Dynamic component={texts[props.page]} frame={props.frame} />
        </div>
        <Show when={props.page === 'accessibility'}>
          <Feedback frame={props.frame} />
        </Show>
        <Show when={text().asOf}>
          {day => <p class="small muted">{words().asOf(isDay(day()) ? longDay(props.frame.locale, day()) : day())}</p>}
        </Show>
      </div>
    </Layout>
  )
}
