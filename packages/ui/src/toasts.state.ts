import { createSignal, onCleanup } from 'solid-js'
import type { Accessor } from 'solid-js'

export interface ToastMessage {
  message: string
  /** Takes the action back; the toast closes with it. */
  undo?: { label: string; onUndo: () => void } | undefined
  /** Milliseconds until it goes by itself; ten seconds unless told otherwise. */
  duration?: number | undefined
  /** Called when it goes without having been undone. */
  onGone?: (() => void) | undefined
}

export interface Toast extends ToastMessage {
  id: number
}

export interface Toasts {
  list: Accessor<readonly Toast[]>
  show: (toast: ToastMessage) => number
  undo: (id: number) => void
  dismiss: (id: number) => void
  hold: () => void
  release: () => void
}

const tenSeconds = 10_000

/** Messages that go by themselves after their time, which stands still while they are held (pointer or focus on them). */
export function createToasts(): Toasts {
  const [list, setList] = createSignal<readonly Toast[]>([])
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let lastId = 0
  let held = false

  const take = (id: number): Toast | undefined => {
    const toast = list().find((each) => each.id === id)
    clearTimeout(timers.get(id))
    timers.delete(id)
    setList((toasts) => toasts.filter((each) => each.id !== id))
    // A removed element tells neither that the pointer left nor that it lost the focus.
    release()
    return toast
  }
  const dismiss = (id: number): void => take(id)?.onGone?.()
  const start = (toast: Toast): void => {
    if (!held && !timers.has(toast.id)) timers.set(toast.id, setTimeout(() => dismiss(toast.id), toast.duration ?? tenSeconds))
  }
  const stopAll = (): void => {
    for (const timer of timers.values()) clearTimeout(timer)
    timers.clear()
  }
  const release = (): void => {
    held = false
    for (const toast of list()) start(toast)
  }
  onCleanup(stopAll)

  return {
    list,
    dismiss,
    show: (message) => {
      const toast = { ...message, id: (lastId += 1) }
      setList((toasts) => [...toasts, toast])
      start(toast)
      return toast.id
    },
    undo: (id) => take(id)?.undo?.onUndo(),
    hold: () => {
      held = true
      stopAll()
    },
    release,
  }
}
