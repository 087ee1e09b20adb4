import type { Component } from 'solid-js'
import { MessagePage } from './message-page.tsx'
import type { PageFrame } from './page-frame.ts'
import { wordsOf } from './words.ts'

export const NotFoundPage: Component<{ frame: PageFrame }> = props => (
  <MessagePage frame={props.frame} title={wordsOf(props.frame.locale).notFoundTitle} text={wordsOf(props.frame.locale).notFoundText} ways />
)
