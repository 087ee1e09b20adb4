import { fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { fieldId } from './field.tsx'
import { RadioCards } from './radio-cards.tsx'

const options = [
  { value: '0', label: 'Nein' },
  { value: '1', label: 'Ja', hint: 'Auch an Feiertagen.' },
  { value: 'unknown', label: 'Weiß ich nicht', quiet: true },
]

function Question() {
  const [value, setValue] = createSignal<string>()
  return (
    <>
      <RadioCards legend="Haben Sie geöffnet?" legendLevel={1} name="q" hint="Denken Sie an heute." options={options} value={value()} onChange={setValue} />
      <output>{value() ?? 'offen'}</output>
    </>
  )
}

test('the question is the heading of the page and the name of the group', () => {
  render(() => <Question />)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Haben Sie geöffnet?')
  const group = screen.getByRole('group', { name: 'Haben Sie geöffnet?' })
  expect(within(group).getAllByRole('radio')).toHaveLength(3)
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Denken Sie an heute.')
})

test('a tap anywhere on a card answers the question, one answer at a time', () => {
  render(() => <Question />)
  fireEvent.click(screen.getByText('Auch an Feiertagen.'))
  expect(screen.getByRole('status').textContent).toBe('1')
  fireEvent.click(screen.getByRole('radio', { name: 'Weiß ich nicht' }))
  expect(screen.getByRole('status').textContent).toBe('unknown')
  expect(screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked)).toHaveLength(1)
})

test('the first answer can be reached by the id of the field', () => {
  render(() => <Question />)
  expect(document.getElementById(fieldId('q'))).toBe(screen.getByRole('radio', { name: 'Nein' }))
})

test('an error belongs to the group', () => {
  render(() => <RadioCards legend="Frage" name="q" options={options} error="Wählen Sie eine Antwort." />)
  const group = screen.getByRole('group', { name: 'Frage' })
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Wählen Sie eine Antwort.')
})
