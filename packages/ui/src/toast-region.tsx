import { For, Show, createContext, useContext } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import { Icon } from './icon.tsx'
import { createToasts } from './toasts.state.ts'
import type { Toast, Toasts } from './toasts.state.ts'

export interface ToastRegionProps {
  toasts: Toasts
  /** Name of the region, e.g. „Meldungen“. */
  label: string
  closeLabel: string
}

const ToastContext = createContext<Toasts>()

/** The toasts of the nearest provider; throws where there is none. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToasts() needs a <ToastProvider> around the app.')
  return toasts
}

const ToastCard: Component<{ toast: Toast; toasts: Toasts; closeLabel: string }> = (props) => (
  <div class="toast">
    <p>{props.toast.message}</p>
    <Show when={props.toast.undo}>
      {(undo) => (
        <button type="button" class="toast-undo" onClick={() => props.toasts.undo(props.toast.id)}>
          {undo().label}
        </button>
      )}
    </Show>
    <button type="button" class="icon-button" onClick={() => props.toasts.dismiss(props.toast.id)}>
      <Icon name="cross" label={props.closeLabel} />
    </button>
  </div>
)

/** The place where toasts appear, read out politely; their time stands still under pointer or focus, and the focus goes back to where it came from. */
export const ToastRegion: Component<ToastRegionProps> = (props) => {
  let cameFrom: HTMLElement | undefined
  const enter = (event: FocusEvent & { currentTarget: HTMLElement }): void => {
    props.toasts.hold()
    const from = event.relatedTarget
    if (from instanceof HTMLElement && !event.currentTarget.contains(from)) cameFrom = from
  }
  const leaving = (event: MouseEvent & { currentTarget: HTMLElement }): void => {
    if (!event.currentTarget.contains(document.activeElement)) cameFrom?.focus()
  }
  return (
    <div
      class="toasts"
      role="region"
      aria-label={props.label}
      aria-live="polite"
      onMouseEnter={() => props.toasts.hold()}
      onMouseLeave={() => props.toasts.release()}
      onFocusIn={enter}
      onFocusOut={() => props.toasts.release()}
      onClick={leaving}
    >
      <For each={props.toasts.list()}>{(toast) => <ToastCard toast={toast} toasts={props.toasts} closeLabel={props.closeLabel} />}</For>
    </div>
  )
}

/** Gives `useToasts()` to everything inside and renders their region once. */
export const ToastProvider: Component<{ label: string; closeLabel: string; children: JSX.Element }> = (props) => {
  const toasts = createToasts()
  return (
    <ToastContext.Provider value={toasts}>
      {props.children}
      <ToastRegion toasts={toasts} label={props.label} closeLabel={props.closeLabel} />
    </ToastContext.Provider>
  )
}
