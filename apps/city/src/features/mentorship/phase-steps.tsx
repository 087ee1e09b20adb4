import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { phases } from '@digitallotsen/domain/mentorship/mentorship.words.ts'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { createForm } from '../../lib/forms.ts'
import { useTexts } from '../../lib/texts.tsx'
import { useCaseAct } from './case-act.ts'
import type { CaseFile } from './mentorship.queries.ts'

/** The eight phases, where the case stands among them, and what the next one still asks for. */
export const PhaseSteps: Component<{ file: CaseFile }> = props => {
  const words = useTexts('mentorship')
  const act = useCaseAct()
  const form = createForm({ reason: '' }, {})
  const before = () => phases[phases.indexOf(props.file.phase) - 1]
  const move = (to: CaseFile['phase']) => act.run({ send: api => api.mentorship.move.mutate({ mentorshipId: props.file.id, to, reason: form.values().reason.trim() || null }), said: words.saved })
  const onlySecond = () => props.file.missing.length === 1 && props.file.missing[0] === 'second_check'
  return (
    <section class="flow">
      <h2>{words.file.phaseTitle}</h2>
      <ol class="phase-steps">
        <For each={phases}>
          {one => <li aria-current={one === props.file.phase ? 'step' : undefined}>{words.phases[one]}<Show when={one === props.file.phase}> <span class="small">({words.file.current})</span></Show></li>}
        </For>
      </ol>
      <Show when={props.file.missing.length > 0 && props.file.state === 'active'}>
        <p>{words.file.missing}</p>
        <ul><For each={props.file.missing}>{lack => <li>{words.lacks[lack]}</li>}</For></ul>
      </Show>
      <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
      <Show when={props.file.may.work && props.file.state === 'active'}>
        <Show when={onlySecond()}>
          <TextArea name="ohne-t1" label={words.file.withoutSecond} hint={words.file.noSecrets} value={form.values().reason} onInput={event => form.set('reason', event.currentTarget.value)} />
        </Show>
        <p class="row">
          <Show when={props.file.nextPhase}>
            {next => <Show when={props.file.missing.length === 0 || onlySecond()}><Button busy={act.isPending()} onClick={() => move(next())}>{words.file.toNext(words.phases[next()])}</Button></Show>}
          </Show>
          <Show when={phases.indexOf(props.file.phase) > 2 && before()}>
            {back => <Button variant="quiet" busy={act.isPending()} onClick={() => move(back())}>{words.file.back(words.phases[back()])}</Button>}
          </Show>
        </p>
      </Show>
    </section>
  )
}
