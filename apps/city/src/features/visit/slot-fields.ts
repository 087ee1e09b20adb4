import { createSignal } from 'solid-js'
import type { WantedSlot } from './visit.queries.ts'

export type SlotField = { date: string; time: string; doubleHour: 'earlier' | 'later' | null }

export const mostSlots = 6
const empty = (): SlotField => ({ date: '', time: '', doubleHour: null })

/** One to six times that are being filled in; a line that is empty does not count. */
export const createSlotFields = () => {
  const [fields, setFields] = createSignal<readonly SlotField[]>([empty()])
  const [minutes, setMinutes] = createSignal(60)
  const isWhole = ({ date, time }: SlotField): boolean => date !== '' && time !== ''
  const filled = (): WantedSlot[] => fields().filter(isWhole).map(field => ({ ...field, minutes: minutes() }))
  return {
    fields, minutes, setMinutes, filled,
    set: (position: number, change: Partial<SlotField>): void => void setFields(old => old.map((field, n) => (n === position ? { ...field, ...change } : field))),
    add: (): void => void setFields(old => (old.length < mostSlots ? [...old, { ...empty(), date: old.at(-1)?.date ?? '' }] : old)),
    remove: (position: number): void => void setFields(old => (old.length > 1 ? old.filter((_, n) => n !== position) : old)),
    isHalf: (): boolean => fields().some(field => (field.date === '') !== (field.time === '')) || filled().length === 0,
  }
}

export type SlotFields = ReturnType<typeof createSlotFields>
