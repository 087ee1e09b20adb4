import { useLocation, useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { createForm } from '../../lib/forms.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { EmergencyForm } from '../handover/emergency-form.tsx'
import { CaseEndings } from './case-endings.tsx'
import { PrivateNotes, SharedNotes } from './case-notes.tsx'
import { CasePlan } from './case-plan.tsx'
import { useCaseAct } from './case-act.ts'
import { caseQuery, type CaseFile } from './mentorship.queries.ts'
import { PhaseSteps } from './phase-steps.tsx'
import { StateBadges } from './state-badges.tsx'
import { Timeline } from './timeline.tsx'
import { wishesLine } from './wishes-line.ts'
import './mentorship.css'

const CaseVisits = createSoonPart(async () => (await import('../visit/case-visits.tsx')).CaseVisits)

const Particulars: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const { locale } = useApp()
  const items = () => {
    const { contact, lastContactAt, guide, wishes } = props.file
    return [
      { term: words.file.guide, description: guide?.name ?? words.file.nobody },
      { term: words.file.last, description: lastContactAt ? formatDay(lastContactAt, locale) : words.file.never },
      ...(contact.phone ? [{ term: words.file.phone, description: <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a> }] : []),
      ...(contact.email ? [{ term: words.file.email, description: <a href={`mailto:${contact.email}`}>{contact.email}</a> }] : []),
      { term: words.file.wishes, description: wishesLine(words, wishes) },
    ]
  }
  return <DefinitionList items={items()} />
}

const NextStep: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const act = useCaseAct()
  const form = createForm({ step: props.file.nextStep ?? '' }, {})
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    act.run({ send: api => api.mentorship.setNextStep.mutate({ mentorshipId: props.file.id, nextStep: form.values().step.trim() || null }), said: words.saved })
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <TextInput name="naechster-schritt" label={words.file.nextStep} value={form.values().step} onInput={event => form.set('step', event.currentTarget.value)} />
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <p class="row">
        <Button type="submit" variant="secondary" busy={act.isPending()}>{words.file.saveNext}</Button>
        <Show when={props.file.state === 'active'}>
          <Button variant="quiet" busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.noteContact.mutate({ mentorshipId: props.file.id }), said: words.saved })}>{words.file.contacted}</Button>
        </Show>
      </p>
    </form>
  )
}

const Asked: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const { locale } = useApp()
  const act = useCaseAct()
  const stateWords = { proposed: 'guide.proposed', accepted: 'guide.accepted', declined: 'guide.declined', expired: 'guide.expired', withdrawn: 'guide.withdrawn', rejected: 'guide.rejected', ended: 'case.ended' } as const
  return (
    <section class="flow">
      <h2>{words.file.asked}</h2>
      <ul class="plain-list split">
        <For each={props.file.assignments}>
          {one => (
            <li>
              <strong>{one.guideName ?? words.none}</strong>, {words.events[stateWords[one.state]]}<Show when={one.reason}>{reason => <>, {words.reasons[reason()]}</>}</Show>
              <p class="small muted">{formatDay(one.answeredAt ?? one.proposedAt, locale)}</p>
              <Show when={one.state === 'proposed'}><Button variant="quiet" busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.withdraw.mutate({ assignmentId: one.id }), said: words.saved })}>{words.file.withdraw}</Button></Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

const FileView: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const { base, locale } = useApp()
  const location = useLocation()
  const inOffice = () => location.pathname.startsWith(`${base}/buero`)
  usePage(() => props.file.business)
  return (
    <div class="flow">
      <BackLink href={inOffice() ? `${base}/buero/patenschaften` : `${base}/lotse`}>{inOffice() ? words.office.title : words.desk.title}</BackLink>
      <h1>{props.file.business}</h1>
      <StateBadges of={props.file} />
      <Show when={props.file.state === 'paused' && props.file.resumeOn}>
        {day => <Notice tone="info">{words.file.paused(words.pauseReasons[props.file.pauseReason ?? 'other'], formatDay(day(), locale))}</Notice>}
      </Show>
      <Show when={props.file.outcome}>{end => <Notice tone="info">{words.file.ended(words.outcomes[end()])}</Notice>}</Show>
      <Particulars file={props.file} />
      <Show when={inOffice()}><p><a href={`${base}/buero/betriebe/${props.file.merchantId}`}>{words.file.toBusiness}</a></p></Show>
      <Show when={props.file.may.work && props.file.state !== 'ended'} fallback={<Show when={props.file.nextStep}>{step => <p>{words.file.nextStep}: {step()}</p>}</Show>}><NextStep file={props.file} /></Show>
      <PhaseSteps file={props.file} />
      <CaseVisits mentorshipId={props.file.id} readOnly={props.file.state === 'ended' || !props.file.may.work} />
      <CasePlan file={props.file} />
      <Show when={props.file.may.office && props.file.assignments.length > 0}><Asked file={props.file} /></Show>
      <SharedNotes file={props.file} />
      <Show when={!inOffice()}><PrivateNotes file={props.file} /></Show>
      <Show when={props.file.may.work}><CaseEndings file={props.file} /></Show>
      <Show when={props.file.may.office && props.file.guide && props.file.state !== 'ended'}><EmergencyForm mentorshipId={props.file.id} /></Show>
      <Timeline mentorshipId={props.file.id} />
    </div>
  )
}

/** The case file, for its guide below /lotse and for the office below /buero. */
export const CasePage: Component = () => {
  const { api } = useApp()
  const params = useParams<{ mentorshipId: string }>()
  const words = useTexts('mentorship').file
  const file = useQuery(() => caseQuery(api, params.mentorshipId))
  return <Loaded query={file} failed={privateFailure(words.title, () => void file.refetch())}>{found => <FileView file={found()} />}</Loaded>
}
