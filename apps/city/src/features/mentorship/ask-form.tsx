import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { MerchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Checkbox } from '@digitallotsen/ui/checkbox.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { newKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { useCaseAct } from './case-act.ts'
import type { CaseFile } from './mentorship.queries.ts'

type Day = CaseFile['wishes']['days'][number]
const days: readonly Day[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa']
const languages = ['de', 'tr', 'ar', 'en', 'pl', 'uk', 'ru', 'fr']

const toggled = <T,>(list: readonly T[], one: T, on: boolean): T[] => [...list.filter(each => each !== one), ...(on ? [one] : [])]

/** A business says what it wishes; all of it may be left open. */
export const AskForm: Component<{ merchantId: MerchantId }> = props => {
  const words = useTexts('mentorship')
  const act = useCaseAct()
  const [spoken, setSpoken] = createSignal<string[]>([])
  const [free, setFree] = createSignal<Day[]>([])
  const [note, setNote] = createSignal('')
  const key = newKey()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const wishes = { languages: spoken(), days: free(), note: note().trim() || null }
    act.run({ send: api => api.mentorship.request.mutate({ merchantId: props.merchantId, wishes, idempotencyKey: key }), said: words.shop.asked })
  }
  return (
    <form class="flow" noValidate onSubmit={submit}>
      <h2>{words.shop.askTitle}</h2>
      <fieldset class="flow">
        <legend>{words.shop.language}</legend>
        <div class="row"><For each={languages}>{tag => <Checkbox name={`sprache-${tag}`} label={words.languages[tag] ?? tag} checked={spoken().includes(tag)} onChange={event => setSpoken(list => toggled(list, tag, event.currentTarget.checked))} />}</For></div>
      </fieldset>
      <fieldset class="flow">
        <legend>{words.shop.when}</legend>
        <div class="row"><For each={days}>{day => <Checkbox name={`tag-${day}`} label={words.days[day]} checked={free().includes(day)} onChange={event => setFree(list => toggled(list, day, event.currentTarget.checked))} />}</For></div>
      </fieldset>
      <TextArea name="wunsch" label={words.shop.note} value={note()} maxLength={2000} onInput={event => setNote(event.currentTarget.value)} />
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Button type="submit" busy={act.isPending()}>{words.shop.ask}</Button>
    </form>
  )
}
