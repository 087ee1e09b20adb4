import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { beforeAll, expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'
import type { FieldProblem } from './error-summary.tsx'
import { TextInput } from './text-input.tsx'

beforeAll(() => {
  Element.prototype.scrollIntoView ??= () => undefined
})

test('the summary takes the focus when the errors change', () => {
  const [errors, setErrors] = createSignal<FieldProblem[]>([])
  render(() => <><ErrorSummary title="Bitte prüfen" errors={errors()} /><TextInput label="E-Mail" name="email" /></>)
  expect(screen.queryByRole('alert')).toBeNull()
  setErrors([{ field: 'email', message: 'Die Adresse fehlt.' }])
  expect(document.activeElement).toBe(screen.getByRole('alert'))
  screen.getByRole('textbox').focus()
  setErrors([{ field: 'email', message: 'Die Adresse ist zu kurz.' }])
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

test('it takes the focus when it is there from the start', () => {
  render(() => <ErrorSummary title="Bitte prüfen" errors={[{ field: 'email', message: 'Fehlt.' }]} />)
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

test('a link in it moves the focus to the field', () => {
  render(() => <><ErrorSummary title="Bitte prüfen" errors={[{ field: 'email', message: 'Die Adresse fehlt.' }]} /><TextInput label="E-Mail" name="email" /></>)
  fireEvent.click(screen.getByRole('link', { name: 'Die Adresse fehlt.' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'E-Mail' }))
})
