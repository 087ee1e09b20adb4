import { useQuery } from '@tanstack/solid-query'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { useApp } from '../../app/app-context.ts'
import { formatDay } from '../../lib/dates.ts'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { useCaseAct } from './case-act.ts'
import { changeOfGuideQuery } from './mentorship.queries.ts'

type Change = NonNullable<Outputs['handover']['ofMerchant']>

const Announced: Component<{ change: Change }> = props => {
  const words = useTexts('mentorship').change
  const { locale } = useApp()
  const act = useCaseAct()
  const form = createForm({ note: '' }, {})
  const answer = (agrees: boolean): void =>
    act.run({ send: api => api.handover.answer.mutate({ handoverId: props.change.id, agrees, note: agrees ? null : form.values().note.trim() || null }), said: agrees ? words.agreed : words.objected })
  const object = (event: SubmitEvent): void => {
    event.preventDefault()
    answer(false)
  }
  return (
    <Notice tone="info" title={words.title(props.change.guide ?? '', formatDay(props.change.dueOn, locale))}>
      <p>{props.change.objectedAt ? words.objected : props.change.agreedAt ? words.agreed : words.text}</p>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Show when={!props.change.agreedAt}><p><Button variant="secondary" busy={act.isPending()} onClick={() => answer(true)}>{words.agree}</Button></p></Show>
      <Show when={!props.change.objectedAt}>
        <Details summary={words.object}>
          <form class="flow" noValidate onSubmit={object}>
            <TextArea name="widerspruch" label={words.why} value={form.values().note} onInput={event => form.set('note', event.currentTarget.value)} />
            <Button type="submit" variant="secondary" busy={act.isPending()}>{words.objectSend}</Button>
          </form>
        </Details>
      </Show>
    </Notice>
  )
}

/** What a business is told when its guide changes: it says yes, or objects without having to say why. */
export const ChangeOfGuide: Component<{ merchantId: string }> = props => {
  const { api } = useApp()
  const change = useQuery(() => changeOfGuideQuery(api, props.merchantId))
  return <Show when={change.data}>{found => <Announced change={found()} />}</Show>
}
