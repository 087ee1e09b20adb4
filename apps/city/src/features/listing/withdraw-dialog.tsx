import { createSignal, onMount } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Dialog } from '@digitallotsen/ui/dialog.tsx'
import { useTexts } from '../../lib/texts.tsx'

/** Only where the way back leads through the office again: everything else is undone by a press. */
export const WithdrawDialog: Component<{ onClose: () => void; onConfirm: () => void }> = props => {
  const texts = useTexts()
  const words = useTexts('listing').publish
  const [isOpen, setOpen] = createSignal(false)
  onMount(() => setOpen(true))
  return (
    <Dialog
      open={isOpen()} onClose={() => props.onClose()} title={words.confirmTitle} closeLabel={texts.common.close}
      actions={
        <>
          <Button variant="danger" onClick={() => props.onConfirm()}>{words.confirm}</Button>
          <Button variant="secondary" onClick={() => props.onClose()}>{words.stay}</Button>
        </>
      }
    >
      <p>{words.confirmText}</p>
    </Dialog>
  )
}
