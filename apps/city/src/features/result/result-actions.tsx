import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { useApp } from '../../app/app-context.ts'
import { printPage } from '../../lib/print.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useStart } from '../check/use-start.ts'

export type Opened = { assessmentId: string; key?: string }

const withKey = (key: string | undefined): string => (key === undefined ? '' : `?key=${encodeURIComponent(key)}`)

export const PrintLinks: Component<{ pdf: string }> = props => {
  const texts = useTexts()
  return (
    <div class="row no-print">
      <LinkButton variant="secondary" icon="download" href={props.pdf} rel="external">{texts.common.pdf}</LinkButton>
      <Button variant="quiet" icon="print" onClick={printPage}>{texts.common.print}</Button>
    </div>
  )
}

export const ResultLinks: Component<{ opened: Opened }> = props => <PrintLinks pdf={`/pdf/result/${props.opened.assessmentId}${withKey(props.opened.key)}`} />

/** The call to keep the plan, or the way to the shop it already belongs to. */
export const KeepCall: Component<{ opened: Opened; merchantId: string | null }> = props => {
  const texts = useTexts()
  const { base } = useApp()
  return (
    <div class="card card-marked no-print">
      <h2 class="card-title">{texts.result.keepTitle}</h2>
      <Show
        when={props.merchantId}
        fallback={
          <>
            <p>{texts.result.keepText}</p>
            <LinkButton href={`${base}/check/${props.opened.assessmentId}/behalten`}>{texts.result.keep}</LinkButton>
          </>
        }
      >
        {merchantId => <LinkButton href={`${base}/mein-betrieb/${merchantId()}/plan`}>{texts.result.toBusiness}</LinkButton>}
      </Show>
    </div>
  )
}

/** From the quick check to the full one, which begins with the answers given. */
export const ExtendCall: Component<{ opened: Opened; missing: number }> = props => {
  const texts = useTexts()
  const { api } = useApp()
  const start = useStart(async idempotencyKey => ({ ...(await api.check.extend.mutate({ ...props.opened, idempotencyKey })), kind: 'full', moment: 'T0' }))
  return (
    <div class="card card-plain no-print">
      <h2 class="card-title">{texts.result.extendTitle}</h2>
      <p>{texts.result.extendText(props.missing)}</p>
      <Show when={start.isError}>
        <ProblemNotice problem={problemOf(start.error)} />
      </Show>
      <Button variant="secondary" busy={start.isPending} onClick={() => start.mutate()}>{texts.result.extend}</Button>
    </div>
  )
}
