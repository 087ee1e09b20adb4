import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatShortDay } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useCaseAct } from './case-act.ts'
import type { CaseFile } from './mentorship.queries.ts'

const Release: Component<{ file: CaseFile; check: CaseFile['releasable'][number] }> = props => {
  const words = useTexts('mentorship').file
  const { locale } = useApp()
  const act = useCaseAct()
  const form = createForm({ reason: '' }, {})
  const isCorrection = () => props.file.checks.some(({ moment }) => moment === props.check.moment)
  const release = () => act.run({ send: api => api.mentorship.release.mutate({ mentorshipId: props.file.id, assessmentId: props.check.assessmentId, reason: form.values().reason.trim() || null }) })
  return (
    <li class="flow">
      <p>{props.check.moment}, {formatShortDay(props.check.submittedAt, locale)}</p>
      <Show when={isCorrection()}>
        <TextInput name={`grund-${props.check.assessmentId}`} label={words.releaseReason} value={form.values().reason} onInput={event => form.set('reason', event.currentTarget.value)} />
      </Show>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button variant="secondary" busy={act.isPending()} onClick={release}>{words.release(props.check.moment)}</Button>
    </li>
  )
}

/** The checks of the case, released and to be released, and the way to the plan. */
export const CasePlan: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship').file
  const { base } = useApp()
  return (
    <section class="flow">
      <h2>{words.planTitle}</h2>
      <p>{words.openMeasures(props.file.activeMeasures)}</p>
      <ul class="plain-list split">
        <For each={props.file.checks}>{check => <li><a href={`${base}/check/${check.assessmentId}/ergebnis`}>{words.released(check.moment, check.version)}</a></li>}</For>
      </ul>
      <Show when={props.file.may.work && props.file.state === 'active' && props.file.releasable.length > 0}>
        <p class="muted">{words.releaseHint}</p>
        <ul class="plain-list split"><For each={props.file.releasable}>{check => <Release file={props.file} check={check} />}</For></ul>
      </Show>
      <Show when={!props.file.may.office}>
        <p><LinkButton variant="secondary" href={`${base}/mein-betrieb/${props.file.merchantId}/plan`}>{words.toPlan}</LinkButton></p>
      </Show>
    </section>
  )
}
