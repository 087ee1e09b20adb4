import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test, vi } from 'vitest'
import { Button, LinkButton } from './button.tsx'

test('a button does not submit its form unless it says so', () => {
  render(() => <Button>Speichern</Button>)
  expect(screen.getByRole('button', { name: 'Speichern' }).getAttribute('type')).toBe('button')
})

test('a busy button keeps the focus and refuses clicks', () => {
  const press = vi.fn()
  const [busy, setBusy] = createSignal(false)
  render(() => <Button busy={busy()} onClick={press}>Senden</Button>)
  const button = screen.getByRole('button', { name: 'Senden' })
  fireEvent.click(button)
  button.focus()
  setBusy(true)
  fireEvent.click(button)
  expect(press).toHaveBeenCalledTimes(1)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(document.activeElement).toBe(button)
})

test('a busy submit button does not submit', () => {
  const submit = vi.fn((event: Event) => event.preventDefault())
  render(() => <form onSubmit={submit}><Button type="submit" busy>Senden</Button></form>)
  fireEvent.click(screen.getByRole('button', { name: 'Senden' }))
  expect(submit).not.toHaveBeenCalled()
})

test('a link button is a link', () => {
  render(() => <LinkButton href="/los" icon="arrow-right">Los</LinkButton>)
  expect(screen.getByRole('link', { name: 'Los' }).getAttribute('href')).toBe('/los')
})
