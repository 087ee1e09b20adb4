import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { TextArea } from '@digitallotsen/ui/text-area.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { fieldId } from '@digitallotsen/ui/field.tsx'
import { createForm } from '../../lib/forms.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { handover } from '../../locales/de/handover.ts'
import { useHandoverAct, type HandoverFile } from './handover.queries.ts'
import { sheetChecks, sheetOf, valuesOf, type SheetField } from './sheet-values.ts'

const words = handover.sheet

const Measures: Component<{ of: HandoverFile['sheet']['measures'] }> = props => (
  <Show when={props.of.length > 0} fallback={<p class="muted">{words.noMeasures}</p>}>
    <ul class="split plain-list"><For each={props.of}>{measure => <li>{measure.title} <span class="muted small">{words.states[measure.state]}</span></li>}</For></ul>
  </Show>
)

const Gaps: Component<{ of: HandoverFile['gaps'] }> = props => (
  <Show when={props.of.length > 0} fallback={<Notice tone="success" title={words.complete} />}>
    <Notice tone="info" title={words.missing(props.of.map(gap => words.gaps[gap]).join(', '))} />
  </Show>
)

/** The Übergabeblatt: what is missing is said above, and may be saved at any time as far as it is. */
export const SheetForm: Component<{ file: HandoverFile; mayWrite: boolean }> = props => {
  const act = useHandoverAct()
  const form = createForm(valuesOf(props.file.sheet), sheetChecks)
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!form.check()) return void document.getElementById(fieldId(form.problems()[0]?.field ?? ''))?.focus()
    act.run({ send: api => api.handover.saveSheet.mutate({ handoverId: props.file.id, sheet: sheetOf(form.values(), props.file.sheet) }), said: words.saved })
  }
  const common = (name: SheetField) => ({ name, value: form.values()[name], error: form.errorOf(name), disabled: !props.mayWrite })
  const area = (name: SheetField, label: string, hint?: string) => <TextArea {...common(name)} label={label} hint={hint} onInput={event => form.set(name, event.currentTarget.value)} />
  const input = (name: SheetField, label: string) => <TextInput {...common(name)} label={label} onInput={event => form.set(name, event.currentTarget.value)} />
  return (
    <section class="flow">
      <h2>{words.title}</h2>
      <p class="muted">{words.lead}</p>
      <Gaps of={props.file.gaps} />
      <h3>{words.measures}</h3>
      <Measures of={props.file.sheet.measures} />
      <form class="flow" noValidate onSubmit={save}>
        {area('works', words.works)}
        {area('worksNot', words.worksNot)}
        <h3>{words.steps}</h3>
        {input('step1', words.step(1))}
        {input('step2', words.step(2))}
        {input('step3', words.step(3))}
        {input('contact', words.contact)}
        {area('promises', words.promises, words.perLine)}
        {area('accesses', words.accesses, words.accessesHint)}
        {area('files', words.files, words.perLine)}
        {area('warnings', words.warnings)}
        <Show when={act.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
        <Show when={props.mayWrite}><div><Button type="submit" busy={act.isPending()}>{words.save}</Button></div></Show>
      </form>
    </section>
  )
}
