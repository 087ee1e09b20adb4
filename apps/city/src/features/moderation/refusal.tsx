import { Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import type { Problem } from '../../lib/problem.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { refusalOf } from './decisions.ts'

/** Says what happened meanwhile, beside what has been loaded anew. */
export const Refusal: Component<{ problem: Problem }> = props => (
  <Switch fallback={<ProblemNotice problem={props.problem} />}>
    <Match when={refusalOf(props.problem) === 'stale'}><Notice tone="warning" title={words.staleTitle} live>{words.staleText}</Notice></Match>
    <Match when={refusalOf(props.problem) === 'gone'}><Notice tone="warning" title={words.goneTitle} live>{words.goneText}</Notice></Match>
  </Switch>
)
