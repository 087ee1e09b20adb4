import { createSignal, onCleanup } from 'solid-js'

const typingPause = 300

/** A search that asks by itself once the typing rests; `typed` marks a change in the middle of a word, which is no step of its own in the history. */
export const createTypedSearch = (initial: string, onChange: (text: string, typed: boolean) => void) => {
  const [text, setText] = createSignal(initial)
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  return {
    text,
    put: setText,
    type: (value: string): void => {
      setText(value)
      clearTimeout(timer)
      timer = setTimeout(() => onChange(value.trim(), true), typingPause)
    },
    submit: (event: SubmitEvent): void => {
      event.preventDefault()
      clearTimeout(timer)
      onChange(text().trim(), false)
    },
  }
}
