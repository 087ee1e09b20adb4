import { Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { linkFrom } from './page-frame.ts'
import { ContactLines } from './contact-lines.tsx'
import { Layout } from './layout.tsx'
import type { PageFrame } from './page-frame.ts'
import { wordsOf } from './words.ts'

/** A page that says one thing and whom to call: not found, an error, a pause. */
export const MessagePage: Component<{ frame: PageFrame; title: string; text: string; more?: JSX.Element; ways?: boolean }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return (
    <Layout frame={props.frame} title={`${props.title} – ${props.frame.pack.programme}`}>
      <div class="wrap narrow flow legal">
        <h1>{props.title}</h1>
        <p class="lead">{props.text}</p>
        {props.more}
        <Show when={props.ways}>
          <p class="actions">
            <LinkButton href={linkFrom(props.frame, '/')}>{words().toStart}</LinkButton>
            <LinkButton variant="secondary" href={linkFrom(props.frame, '/check')}>{words().toCheck}</LinkButton>
          </p>
        </Show>
        <h2>{words().contact}</h2>
        <ContactLines frame={props.frame} />
      </div>
    </Layout>
  )
}
