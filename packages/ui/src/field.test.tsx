import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { DateInput } from './date-input.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextInput } from './text-input.tsx'

test('a field is described by its hint, and by its error as soon as it has one', () => {
  const [error, setError] = createSignal<string>()
  render(() => <TextInput label="E-Mail" hint="Dorthin geht der Code." error={error()} name="email" />)
  const input = screen.getByRole('textbox', { name: 'E-Mail' })
  const described = (): string => (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join(' | ')
  expect(described()).toBe('Dorthin geht der Code.')
  expect(input.hasAttribute('aria-invalid')).toBe(false)
  setError('Die Adresse fehlt.')
  expect(described()).toBe('Dorthin geht der Code. | Die Adresse fehlt.')
  expect(input.getAttribute('aria-invalid')).toBe('true')
})

test('a field passes native attributes and events on and keeps what was typed', () => {
  const typed = vi.fn()
  render(() => <TextInput label="Telefon" optional="freiwillig" name="tel" type="tel" autocomplete="tel" onInput={(event) => typed(event.currentTarget.value)} />)
  const input = screen.getByRole('textbox', { name: 'Telefon (freiwillig)' })
  fireEvent.input(input, { target: { value: '0123' } })
  expect(typed).toHaveBeenCalledWith('0123')
  expect(input.getAttribute('autocomplete')).toBe('tel')
  expect(input.getAttribute('type')).toBe('tel')
  expect(input.id).toBe('field-tel')
})

test('two fields without a name do not share an id', () => {
  render(() => <><TextInput label="Eins" /><TextInput label="Zwei" /></>)
  expect(screen.getByRole('textbox', { name: 'Eins' }).id).not.toBe(screen.getByRole('textbox', { name: 'Zwei' }).id)
})

test('a select shows the chosen option and follows its value', () => {
  const [value, setValue] = createSignal('b')
  render(() => <Select label="Wahl" placeholder="Bitte wählen" value={value()} options={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} />)
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Wahl' })
  expect(select.value).toBe('b')
  setValue('a')
  expect(select.value).toBe('a')
})

test('a text area and a date field carry their value', () => {
  render(() => <><TextArea label="Text" value="Zeile" /><DateInput label="Tag" value="2027-02-03" /></>)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' }).value).toBe('Zeile')
  expect(screen.getByLabelText<HTMLInputElement>('Tag').value).toBe('2027-02-03')
})

test('a checkbox is set by its label', () => {
  const changed = vi.fn()
  render(() => <Checkbox label="Einverstanden" name="ok" onChange={(event) => changed(event.currentTarget.checked)} />)
  fireEvent.click(screen.getByText('Einverstanden'))
  expect(changed).toHaveBeenCalledWith(true)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Einverstanden' }).checked).toBe(true)
})
