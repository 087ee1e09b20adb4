import { fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastProvider, useToasts } from './toast-region.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function renderToast(onUndo: () => void, onGone: () => void) {
  const Deleter = () => {
    const toasts = useToasts()
    return <button type="button" onClick={() => toasts.show({ message: 'Gelöscht.', undo: { label: 'Rückgängig', onUndo }, onGone })}>Löschen</button>
  }
  render(() => <ToastProvider label="Meldungen" closeLabel="Schließen"><Deleter /></ToastProvider>)
  fireEvent.click(screen.getByRole('button', { name: 'Löschen' }))
  return screen.getByRole('region', { name: 'Meldungen' })
}

test('a message appears in a polite live region', () => {
  const region = renderToast(() => undefined, () => undefined)
  expect(region.getAttribute('aria-live')).toBe('polite')
  expect(within(region).getByText('Gelöscht.')).toBeTruthy()
})

test('undo takes the action back, closes the message, and it is not gone for good', () => {
  const onUndo = vi.fn()
  const onGone = vi.fn()
  renderToast(onUndo, onGone)
  fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }))
  vi.advanceTimersByTime(60_000)
  expect(onUndo).toHaveBeenCalledTimes(1)
  expect(onGone).not.toHaveBeenCalled()
  expect(screen.queryByText('Gelöscht.')).toBeNull()
})

test('it goes by itself after ten seconds', () => {
  const onGone = vi.fn()
  renderToast(() => undefined, onGone)
  vi.advanceTimersByTime(9_999)
  expect(screen.getByText('Gelöscht.')).toBeTruthy()
  vi.advanceTimersByTime(1)
  expect(screen.queryByText('Gelöscht.')).toBeNull()
  expect(onGone).toHaveBeenCalledTimes(1)
})

test('its time stands still while the focus is on it', () => {
  renderToast(() => undefined, () => undefined)
  const undo = screen.getByRole('button', { name: 'Rückgängig' })
  undo.focus()
  vi.advanceTimersByTime(60_000)
  expect(screen.getByText('Gelöscht.')).toBeTruthy()
  undo.blur()
  vi.advanceTimersByTime(10_000)
  expect(screen.queryByText('Gelöscht.')).toBeNull()
})

test('closing the focused message returns the focus, and later messages still go by themselves', () => {
  renderToast(() => undefined, () => undefined)
  screen.getByRole('button', { name: 'Löschen' }).focus()
  const close = screen.getByRole('button', { name: 'Schließen' })
  close.focus()
  fireEvent.click(close)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Löschen' }))
  fireEvent.click(screen.getByRole('button', { name: 'Löschen' }))
  vi.advanceTimersByTime(10_000)
  expect(screen.queryByText('Gelöscht.')).toBeNull()
})

test('without a provider the error says what to wrap', () => {
  expect(() => render(() => { useToasts(); return null; })).toThrow('<ToastProvider>')
})
