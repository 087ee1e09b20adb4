import { Show, createEffect, createUniqueId } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import './styles/dialog.css'

export interface DialogProps {
  open: boolean
  /** Called when the person wants out: close button, Escape, a click beside it. */
  onClose: () => void
  title: JSX.Element
  closeLabel: string
  actions?: JSX.Element | undefined
  children: JSX.Element
}

/** A native modal dialog driven by `open`; focus goes in, stays in, and returns to where it came from. */
export const Dialog: Component<DialogProps> = (props) => {
  const titleId = `dialog-${createUniqueId()}`
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) dialog?.showModal()
    else if (!props.open && dialog?.open) dialog.close()
  })
  const clickBeside = (event: MouseEvent): void => {
    if (event.target === dialog) props.onClose()
  }
  return (
    <dialog
      ref={(element) => (dialog = element)}
      class="dialog"
      aria-labelledby={titleId}
      on:cancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      on:close={() => {
        if (props.open) props.onClose()
      }}
      onClick={clickBeside}
    >
      <div class="dialog-head">
        <h2 id={titleId}>{props.title}</h2>
        <button type="button" class="icon-button" onClick={() => props.onClose()}>
          <Icon name="cross" label={props.closeLabel} />
        </button>
      </div>
      <div class="dialog-body">{props.children}</div>
      <Show when={props.actions}>
        <div class="dialog-foot">{props.actions}</div>
      </Show>
    </dialog>
  )
}
