import { useLocation, useParams } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '@digitallotsen/ui/back-link.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { privateFailure } from '../../lib/signed-in.tsx'
import { handover as words } from '../../locales/de/handover.ts'
import { DecideForm } from './decide-form.tsx'
import { HandoverMarks, objects } from './handover-marks.tsx'
import { handoverQuery, useHandoverAct, type HandoverFile } from './handover.queries.ts'
import { SheetForm } from './sheet-form.tsx'
import { Successor } from './successor.tsx'

const Finish: Component<{ file: HandoverFile }> = props => {
  const act = useHandoverAct()
  const ofIt = () => ({ handoverId: props.file.id })
  const isReady = () => props.file.toGuideId !== null && props.file.informedAt !== null && !objects(props.file) && (props.file.kind === 'emergency' || props.file.sheetCompletedAt !== null)
  return (
    <section class="flow">
      <h2>{words.finish.title}</h2>
      <Show when={objects(props.file)}>
        <Notice tone="warning" title={words.finish.objection}>
          <p>{props.file.objection ?? words.finish.noWords}</p>
          <Button variant="secondary" busy={act.isPending()} onClick={() => act.run({ send: api => api.handover.settle.mutate(ofIt()), said: words.finish.settled })}>{words.finish.settle}</Button>
        </Notice>
      </Show>
      <p class="muted">{isReady() ? words.finish.lead : words.finish.missing}</p>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Show when={isReady()}>
        <div><Button busy={act.isPending()} onClick={() => act.run({ send: api => api.handover.complete.mutate(ofIt()), said: words.finish.done })}>{words.finish.button}</Button></div>
      </Show>
    </section>
  )
}

const HandoverView: Component<{ file: HandoverFile; isOffice: boolean }> = props => {
  const isOpen = () => props.file.state === 'open'
  return (
    <>
      <HandoverMarks of={props.file} />
      <Show when={!isOpen()}><Notice tone="success" title={words.over[props.file.state]} /></Show>
      <Show when={isOpen()}><section class="flow"><h2>{words.decide.title}</h2><DecideForm file={props.file} /></section></Show>
      <Show when={props.file.decision === 'hand_over'}>
        <SheetForm file={props.file} mayWrite={isOpen()} />
        <Show when={isOpen() && props.isOffice}><Successor file={props.file} /><Finish file={props.file} /></Show>
      </Show>
    </>
  )
}

/** One handover: the choice, the sheet, and for the office the successor and the last step. */
export const HandoverPage: Component = () => {
  const { api, base, locale } = useApp()
  const params = useParams<{ handoverId: string }>()
  const location = useLocation()
  const isOffice = () => location.pathname.includes('/buero/')
  usePage(() => words.title)
  const file = useQuery(() => handoverQuery(api, params.handoverId))
  return (
    <Loaded query={file} failed={privateFailure(words.title, () => void file.refetch())}>
      {found => (
        <div class="flow" lang="de">
          <BackLink href={`${base}${isOffice() ? '/buero' : '/lotse'}/uebergaben`}>{words.back}</BackLink>
          <h1>{words.due(formatDay(found().dueOn, locale))}</h1>
          <HandoverView file={found()} isOffice={isOffice()} />
        </div>
      )}
    </Loaded>
  )
}
