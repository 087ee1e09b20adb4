import { createSignal, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { matching as words } from '../../locales/de/matching.ts'
import type { WaitingCase } from './matching.queries.ts'
import { OtherGuides, type CaseProps } from './other-guides.tsx'
import { Reasons } from './reasons.tsx'
import { countText, dayName, languageName } from './sentences.ts'

const wishesOf = ({ wishes }: WaitingCase): string => [...wishes.languages.map(languageName), ...wishes.days.map(dayName), ...(wishes.note ? [wishes.note] : [])].join(', ')

const Facts: Component<CaseProps> = props => (
  <DefinitionList
    items={[
      { term: words.facts.district, description: props.waiting.districtId ? props.names.district(props.waiting.districtId) : words.facts.none },
      { term: words.facts.wishes, description: wishesOf(props.waiting) || words.facts.none },
      { term: words.facts.fields, description: props.waiting.openFields.map(props.names.field).join(', ') || words.facts.none },
    ]}
  />
)

const Nobody: Component<{ waiting: WaitingCase }> = props => (
  <div class="match-none">
    <p><strong>{words.noProposal}</strong></p>
    <Show when={props.waiting.taken > 0}><p>{words.takenAll(props.waiting.taken)}</p></Show>
    <Show when={props.waiting.excluded.length > 0}><p class="small muted">{props.waiting.excluded.map(({ code, guides }) => countText(code, guides)).join(' · ')}</p></Show>
  </div>
)

const Proposed: Component<CaseProps & { proposed: NonNullable<WaitingCase['proposed']> }> = props => {
  const name = () => props.names.guide(props.proposed.guideId)
  const ask = () => {
    const { mentorshipId, business } = props.waiting
    const { guideId } = props.proposed
    void props.sending.ask({ mentorshipId, guideId, proposedGuideId: guideId, state: props.state, overrideReason: null, business, name: name() })
  }
  return (
    <div class="flow match-proposed">
      <p><strong>{words.proposal(name())}</strong> <span class="muted">{words.points(props.proposed.total)}</span></p>
      <Reasons parts={props.proposed.parts} names={props.names} />
      <div><Button busy={props.sending.isBusy()} onClick={ask} aria-label={`${words.ask(name())}: ${props.waiting.business}`}>{words.ask(name())}</Button></div>
    </div>
  )
}

/** A waiting business with its proposal, why it is that one, and on demand why it is nobody else. */
export const CaseCard: Component<CaseProps> = props => {
  const { base } = useApp()
  const [isOpen, setOpen] = createSignal(false)
  return (
    <li class="match-case">
      <div class="match-head">
        <h3><a href={`${base}/buero/betriebe/${props.waiting.merchantId}`}>{props.waiting.business}</a></h3>
        <p class="small muted">{words.since(formatDay(props.waiting.waitingSince, 'de'))}</p>
      </div>
      <Show when={props.sending.problemOf(props.waiting.mentorshipId)}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <div class="match-columns">
        <Facts {...props} />
        <Show when={props.waiting.proposed} fallback={<Nobody waiting={props.waiting} />}>{proposed => <Proposed {...props} proposed={proposed()} />}</Show>
      </div>
      <details class="details" onToggle={event => setOpen(event.currentTarget.open)}>
        <summary aria-label={`${words.others} ${props.waiting.business}`}>{words.others}</summary>
        <div class="details-body"><Show when={isOpen()}><OtherGuides {...props} /></Show></div>
      </details>
    </li>
  )
}
