import { useQuery } from '@tanstack/solid-query'
import { Match, Show, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createSoonPart } from '../../lib/later-part.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useMerchant } from '../merchant/merchant-context.ts'
import { AskForm } from './ask-form.tsx'
import { useCaseAct } from './case-act.ts'
import { SharedNotes } from './case-notes.tsx'
import { ChangeOfGuide } from './change-of-guide.tsx'
import { caseOfMerchantQuery, type CaseFile } from './mentorship.queries.ts'
import { PhaseSteps } from './phase-steps.tsx'
import { languageNames } from './wishes-line.ts'
import './mentorship.css'

const CaseVisits = createSoonPart(async () => (await import('../visit/case-visits.tsx')).CaseVisits)

const Guide: Component<{ file: CaseFile; guide: NonNullable<CaseFile['guide']> }> = props => {
  const words = useTexts('mentorship')
  const act = useCaseAct()
  return (
    <section class="flow">
      <h2>{words.shop.comes}</h2>
      <Card title={props.guide.name ?? words.none} look="marked">
        <Show when={props.guide.photoFileId}>{photo => <img class="guide-photo" src={`/files/${photo()}`} alt="" width="112" height="112" />}</Show>
        <Show when={props.guide.languages.length > 0}><p>{words.shop.languages}: {languageNames(words, props.guide.languages)}</p></Show>
        <Show when={props.guide.intro}>{intro => <p class="case-note">{intro()}</p>}</Show>
        <Show when={props.guide.email}>{email => <p><a href={`mailto:${email()}`}>{words.shop.write}</a></p>}</Show>
      </Card>
      <Show when={props.file.may.business}>
        <Details summary={words.shop.other}>
          <p>{words.shop.otherText}</p>
          <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
          <Button variant="secondary" busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.rejectGuide.mutate({ mentorshipId: props.file.id }), said: words.shop.rejected })}>{words.shop.otherSend}</Button>
        </Details>
      </Show>
    </section>
  )
}

const Waiting: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship').shop
  return (
    <Notice tone="info" title={words.waitingTitle}>
      <p>{props.file.state === 'offered' ? words.offeredText : words.waitingText}</p>
      <Show when={props.file.standIn}>
        {person => <p>{words.standIn}: <strong>{person().name}</strong><Show when={person().email}>{email => <>, <a href={`mailto:${email()}`}>{email()}</a></>}</Show></p>}
      </Show>
    </Notice>
  )
}

const Go: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const { base, locale } = useApp()
  const act = useCaseAct()
  return (
    <Switch>
      <Match when={props.file.goAt}>{at => <p>{words.shop.gone(formatDay(at(), locale))}</p>}</Match>
      <Match when={props.file.phase === 'plan' && props.file.state === 'active' && props.file.may.owner}>
        <Card title={words.shop.goTitle} look="marked">
          <p>{words.shop.goText}</p>
          <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
          <p class="row">
            <Button busy={act.isPending()} onClick={() => act.run({ send: api => api.mentorship.go.mutate({ mentorshipId: props.file.id }), said: words.saved })}>{words.shop.go}</Button>
            <LinkButton variant="secondary" href={`${base}/mein-betrieb/${props.file.merchantId}/plan`}>{words.file.toPlan}</LinkButton>
          </p>
        </Card>
      </Match>
    </Switch>
  )
}

const Running: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const { locale } = useApp()
  return (
    <>
      <Show when={props.file.guide} fallback={<Waiting file={props.file} />}>{guide => <Guide file={props.file} guide={guide()} />}</Show>
      <Show when={props.file.state === 'paused' && props.file.resumeOn}>{day => <Notice tone="info">{words.file.paused(words.pauseReasons[props.file.pauseReason ?? 'other'], formatDay(day(), locale))}</Notice>}</Show>
      <Show when={props.file.guide}><CaseVisits mentorshipId={props.file.id} readOnly={!props.file.may.business} /></Show>
      <Go file={props.file} />
      <Show when={props.file.nextStep}>{step => <p><strong>{words.file.nextStep}:</strong> {step()}</p>}</Show>
      <PhaseSteps file={props.file} />
      <SharedNotes file={props.file} />
    </>
  )
}

/** Who accompanies the business, how far they are, and how to ask for it. */
export const AccompanimentPage: Component = () => {
  const words = useTexts('mentorship').shop
  const { api } = useApp()
  const { found } = useMerchant()
  const merchantId = () => found().merchant.id
  usePage(() => words.title)
  const file = useQuery(() => caseOfMerchantQuery(api, merchantId()))
  return (
    <Loaded query={file} failed={privateFailure(words.title, () => void file.refetch())}>
      {known => (
        <div class="flow">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <ChangeOfGuide merchantId={merchantId()} />
          <Switch fallback={<AskForm merchantId={merchantId()} />}>
            <Match when={known()?.state === 'ended'}>
              <Notice tone="info" title={words.endedTitle}><p>{words.again}</p></Notice>
              <AskForm merchantId={merchantId()} />
            </Match>
            <Match when={known()}>{running => <Running file={running()} />}</Match>
          </Switch>
        </div>
      )}
    </Loaded>
  )
}
