import { Index, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { FieldError } from '@digitallotsen/ui/field.tsx'
import { Icon } from '@digitallotsen/ui/icon.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { addBreak, changeSpan, removeBreak } from './hours-editor.rules.ts'
import type { Span } from './hours-editor.rules.ts'
import './hours.css'

type SpanFieldsProps = { scope: string; name: string; spans: readonly Span[]; errorOf: (field: string) => string | undefined; onChange: (spans: Span[]) => void }

const mostSpans = 6

const TimeField: Component<{ field: string; label: string; value: string; error: string | undefined; onChange: (time: string) => void }> = props => (
  <input
    type="time" class="input time" id={`field-${props.field}`} aria-label={props.label} aria-invalid={props.error ? 'true' : undefined}
    aria-describedby={props.error ? `field-${props.field}-error` : undefined} value={props.value} onInput={event => props.onChange(event.currentTarget.value)}
  />
)

/** From and to, with breaks in between; the lines of one day. */
export const SpanFields: Component<SpanFieldsProps> = props => {
  const words = useTexts('listing').hours
  const field = (index: number, end: 'from' | 'to') => `${props.scope}-${index}-${end}`
  return (
    <div class="spans">
      <Index each={props.spans}>
        {(span, index) => (
          <>
            <div class="span">
              <TimeField field={field(index, 'from')} label={words.opens(props.name, index + 1)} value={span().from} error={props.errorOf(field(index, 'from'))} onChange={from => props.onChange(changeSpan(props.spans, index, { from }))} />
              <span aria-hidden="true">{words.to}</span>
              <TimeField field={field(index, 'to')} label={words.closes(props.name, index + 1)} value={span().to} error={props.errorOf(field(index, 'to'))} onChange={to => props.onChange(changeSpan(props.spans, index, { to }))} />
              <Show when={index > 0}>
                <button type="button" class="icon-button" onClick={() => props.onChange(removeBreak(props.spans, index))}><Icon name="trash" label={words.removeBreakNamed(props.name)} /></button>
              </Show>
            </div>
            <FieldError id={`field-${field(index, 'from')}-error`} message={props.errorOf(field(index, 'from'))} />
            <FieldError id={`field-${field(index, 'to')}-error`} message={props.errorOf(field(index, 'to'))} />
          </>
        )}
      </Index>
      <Show when={props.spans.length > 0 && props.spans.length < mostSpans}>
        <Button variant="quiet" icon="plus" aria-label={words.addBreakNamed(props.name)} onClick={() => props.onChange(addBreak(props.spans))}>{words.addBreak}</Button>
      </Show>
    </div>
  )
}
