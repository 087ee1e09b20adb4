import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import type { MentorshipId } from '@digitallotsen/domain/ids.schemas.ts'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { handover } from '../../locales/de/handover.ts'
import { useHandoverAct } from './handover.queries.ts'

const words = handover.emergency

/** A guide is gone: her access ends at once, and the handover opens. For the office alone. */
export const EmergencyForm: Component<{ mentorshipId: MentorshipId }> = props => {
  const act = useHandoverAct()
  const navigate = useNavigate()
  const form = createForm({ reason: '' }, { reason: value => (value.trim() === '' ? words.reasonError : undefined) })
  const start = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!form.check()) return
    const send: Parameters<typeof act.run>[0]['send'] = async api => {
      const { handoverId } = await api.handover.emergency.mutate({ mentorshipId: props.mentorshipId, reason: form.values().reason.trim() })
      navigate(`/buero/uebergaben/${handoverId}`)
    }
    act.run({ send, said: words.started })
  }
  return (
    <Details summary={words.title}>
      <form class="flow" noValidate onSubmit={start} lang="de">
        <p>{words.text}</p>
        <TextArea name="notfall" label={words.reason} value={form.values().reason} error={form.errorOf('reason')} onInput={event => form.set('reason', event.currentTarget.value)} />
        <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
        <Button type="submit" variant="secondary" busy={act.isPending()}>{words.start}</Button>
      </form>
    </Details>
  )
}
