import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useStart } from '../check/use-start.ts'
import { PrintLinks } from './print-links.tsx'

export type Opened = { assessmentId: string; key?: string }

const withKey = (key: string | undefined): string => (key === undefined ? '' : `?key=${encodeURIComponent(key)}`)

export const ResultLinks: Component<{ opened: Opened }> = props => <PrintLinks pdf={`/pdf/result/${props.opened.assessmentId}${withKey(props.opened.key)}`} />

export const KeepLink: Component<{ opened: Opened }> = props => {
  const words = useTexts('result')
  const { base } = useApp()
  return (
    <div class="no-print">
      <LinkButton href={`${base}/check/${props.opened.assessmentId}/behalten`}>{words.keep}</LinkButton>
    </div>
  )
}

/** The call to keep the plan, or the way to the shop it already belongs to. */
export const KeepCall: Component<{ opened: Opened; merchantId: string | null }> = props => {
  const words = useTexts('result')
  const { base } = useApp()
  return (
    <div class="card card-marked no-print">
      <h2 class="card-title">{props.merchantId ? words.keptTitle : words.keepTitle}</h2>
      <Show
        when={props.merchantId}
        fallback={
          <>
            <p>{words.keepText}</p>
            <KeepLink opened={props.opened} />
          </>
        }
      >
        {merchantId => (
          <>
            <p>{words.keptText}</p>
            <LinkButton href={`${base}/mein-betrieb/${merchantId()}/plan`}>{words.toBusiness}</LinkButton>
          </>
        )}
      </Show>
    </div>
  )
}

/** From the quick check to the full one, which begins with the answers given. */
export const ExtendCall: Component<{ opened: Opened; missing: number }> = props => {
  const words = useTexts('result')
  const { api, checks } = useApp()
  const start = useStart(async idempotencyKey => ({ ...(await api.check.extend.mutate({ ...props.opened, idempotencyKey })), kind: 'full', moment: 'T0' }))
  return (
    <Show when={checks.full}>
      <div class="card card-plain no-print">
        <h2 class="card-title">{words.extendTitle}</h2>
        <p>{words.extendText(props.missing)}</p>
        <Show when={start.isError}>
          <ProblemNotice problem={problemOf(start.error)} />
        </Show>
        <Button variant="secondary" busy={start.isPending} onClick={() => start.mutate()}>{words.extend}</Button>
      </div>
    </Show>
  )
}
