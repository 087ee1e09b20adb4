import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { Select } from '@digitallotsen/ui/select.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { usePage } from '../../lib/page.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { privateFailure } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Inputs, Outputs } from '../../lib/trpc.ts'
import { useCaseAct } from './case-act.ts'
import { deskQuery } from './mentorship.queries.ts'
import { StateBadges } from './state-badges.tsx'
import { wishesLine } from './wishes-line.ts'

type Desk = Outputs['mentorship']['desk']
type Reason = NonNullable<Inputs['mentorship']['answer']['reason']>
const declineReasons: readonly Reason[] = ['capacity', 'distance', 'language', 'conflict', 'illness', 'personal', 'other']

const Asked: Component<{ proposal: Desk['proposals'][number] }> = props => {
  const words = useTexts('mentorship')
  const { locale, city } = useApp()
  const act = useCaseAct()
  const form = createForm({ reason: '' }, { reason: value => (value ? undefined : words.chooseError) })
  const answer = (accept: boolean) => {
    const reason = accept ? null : (form.values().reason as Reason)
    act.run({ send: api => api.mentorship.answer.mutate({ assignmentId: props.proposal.id, accept, reason, note: null }), said: accept ? words.desk.accepted : words.desk.declined })
  }
  const decline = (event: SubmitEvent) => {
    event.preventDefault()
    if (form.check()) answer(false)
  }
  const facts = () => [
    { term: words.file.wishes, description: wishesLine(words, props.proposal.wishes) },
    ...(props.proposal.districtId ? [{ term: words.office.business, description: [props.proposal.trade, city.districts.find(({ id }) => id === props.proposal.districtId)?.name].filter(Boolean).join(', ') }] : []),
  ]
  return (
    <Card title={props.proposal.business} look="marked" eyebrow={props.proposal.answerBy ? words.desk.askedUntil(formatDay(props.proposal.answerBy, locale)) : undefined}>
      <DefinitionList items={facts()} />
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <p><Button busy={act.isPending()} onClick={() => answer(true)} aria-label={`${words.desk.accept}: ${props.proposal.business}`}>{words.desk.accept}</Button></p>
      <Details summary={words.desk.decline}>
        <form class="flow" noValidate onSubmit={decline}>
          <Select
            name={`grund-${props.proposal.id}`} label={words.desk.declineReason} placeholder={words.choose} error={form.errorOf('reason')} value={form.values().reason}
            options={declineReasons.map(value => ({ value, label: words.reasons[value] }))} onChange={event => form.set('reason', event.currentTarget.value)}
          />
          <Button type="submit" variant="secondary" busy={act.isPending()}>{words.desk.declineSend}</Button>
        </form>
      </Details>
    </Card>
  )
}

const CaseCard: Component<{ line: Desk['cases'][number] }> = props => {
  const words = useTexts('mentorship').desk
  const { base, locale } = useApp()
  return (
    <Card title={props.line.business} href={`${base}/lotse/faelle/${props.line.id}`}>
      <StateBadges of={props.line} />
      <p>{props.line.nextStep ? `${words.next}: ${props.line.nextStep}` : <span class="muted">{words.noNext}</span>}</p>
      <Show when={props.line.state === 'paused' && props.line.resumeOn}>{day => <p class="small muted">{words.rests(formatDay(day(), locale))}</p>}</Show>
    </Card>
  )
}

const DeskView: Component<{ desk: Desk }> = props => {
  const words = useTexts('mentorship').desk
  return (
    <div class="flow">
      <h1>{words.title}</h1>
      <Show when={props.desk.proposals.length + props.desk.cases.length > 0} fallback={<EmptyState title={words.emptyTitle} icon="shop">{words.emptyText}</EmptyState>}>
        <p class="lead">{words.lead}</p>
        <Show when={props.desk.proposals.length > 0}>
          <section class="flow"><h2>{words.asked}</h2><For each={props.desk.proposals}>{proposal => <Asked proposal={proposal} />}</For></section>
        </Show>
        <Show when={props.desk.cases.length > 0}>
          <section class="flow"><h2>{words.cases}</h2><For each={props.desk.cases}>{line => <CaseCard line={line} />}</For></section>
        </Show>
      </Show>
    </div>
  )
}

/** What a guide has to answer and to do. */
export const DeskPage: Component = () => {
  const { api } = useApp()
  const words = useTexts('mentorship').desk
  usePage(() => words.title)
  const desk = useQuery(() => ({ ...deskQuery(api), reconcile: 'id' }))
  return <Loaded query={desk} failed={privateFailure(words.title, () => void desk.refetch())}>{found => <DeskView desk={found()} />}</Loaded>
}
