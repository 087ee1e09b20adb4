import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { moderation as words } from '../../locales/de/moderation.ts'
import { ReasonForm } from './reason-form.tsx'

afterEach(cleanup)

const show = (busy = false) => {
  const onSubmit = vi.fn()
  render(() => <ReasonForm name="reject" summary={words.reject} text={words.rejectText} submit={words.rejectSubmit} busy={busy} onSubmit={onSubmit} />)
  const details = document.querySelector('details')
  if (details) details.open = true
  return { onSubmit, field: screen.getByRole('textbox', { name: words.reason }), press: () => fireEvent.click(screen.getByRole('button', { name: words.rejectSubmit })) }
}

test('without a reason nothing is sent: the message stands at the field, and the field has the focus', () => {
  const { onSubmit, field, press } = show()
  fireEvent.input(field, { target: { value: '   ' } })
  press()
  expect(onSubmit).not.toHaveBeenCalled()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(`${field.id}-error`)?.textContent).toBe(words.reasonError)
  expect(document.activeElement).toBe(field)
})

test('a reason that is too long is not cut, but asked to be shorter', () => {
  const { onSubmit, field, press } = show()
  fireEvent.input(field, { target: { value: 'x'.repeat(2001) } })
  press()
  expect(onSubmit).not.toHaveBeenCalled()
  expect(document.getElementById(`${field.id}-error`)?.textContent).toBe(words.reasonLong)
})

test('a reason is sent once, trimmed', () => {
  const { onSubmit, field, press } = show()
  fireEvent.input(field, { target: { value: ' Bitte ohne Werbung. ' } })
  press()
  expect(onSubmit.mock.calls).toEqual([['Bitte ohne Werbung.']])
})

test('while one decision is on its way, another click sends nothing', () => {
  const { onSubmit, field, press } = show(true)
  fireEvent.input(field, { target: { value: 'Grund' } })
  press()
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  expect(onSubmit).not.toHaveBeenCalled()
})
