import { fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { beforeAll, expect, test, vi } from 'vitest'
import { Dialog } from './dialog.tsx'

/** jsdom knows the element but not its methods. */
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close() {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

function renderDialog(onClose: () => void) {
  const [open, setOpen] = createSignal(false)
  render(() => (
    <Dialog open={open()} onClose={() => { onClose(); setOpen(false); }} title="Betrieb schließen?" closeLabel="Schließen" actions={<button type="button">Weiter</button>}>
      Inhalt
    </Dialog>
  ))
  return setOpen
}

test('a dialog opens and closes with its state and is named by its title', () => {
  const setOpen = renderDialog(() => undefined)
  expect(screen.queryByRole('dialog')).toBeNull()
  setOpen(true)
  expect(screen.getByRole('dialog', { name: 'Betrieb schließen?' })).toBeTruthy()
  setOpen(false)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the close button, Escape and a click beside it close it, each once', () => {
  const onClose = vi.fn()
  const setOpen = renderDialog(onClose)
  const ways = [
    () => fireEvent.click(screen.getByRole('button', { name: 'Schließen' })),
    () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true })),
    () => fireEvent.click(screen.getByRole('dialog')),
  ]
  ways.forEach((close, index) => {
    setOpen(true)
    close()
    expect(onClose).toHaveBeenCalledTimes(index + 1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

test('a click inside keeps it open', () => {
  const onClose = vi.fn()
  const setOpen = renderDialog(onClose)
  setOpen(true)
  fireEvent.click(screen.getByText('Inhalt'))
  fireEvent.click(screen.getByRole('button', { name: 'Weiter' }))
  expect(onClose).not.toHaveBeenCalled()
})
