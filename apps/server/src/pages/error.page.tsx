import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { MessagePage } from './message-page.tsx'
import type { PageFrame } from './page-frame.ts'
import { wordsOf } from './words.ts'

export const ErrorPage: Component<{ frame: PageFrame; reference: string | null; busy: boolean }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return (
    <MessagePage
      frame={props.frame}
      title={props.busy ? words().busyTitle : words().errorTitle}
      text={props.busy ? words().busyText : words().errorText}
      more={<Show when={props.reference}>{reference => <p>{words().reference(reference())}</p>}</Show>}
      ways
    />
  )
}
