import type { Component } from 'solid-js'
import { MessagePage } from './message-page.tsx'
import type { PageFrame } from './page-frame.ts'
import { wordsOf } from './words.ts'

export const PausedPage: Component<{ frame: PageFrame }> = props => {
  const words = () => wordsOf(props.frame.locale)
  return <MessagePage frame={props.frame} title={words().pausedTitle(props.frame.pack.programme)} text={words().pausedText} />
}
