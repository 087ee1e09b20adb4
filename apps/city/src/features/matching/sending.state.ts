import { useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import { brief } from '../../lib/toasts.ts'
import { matching as words } from '../../locales/de/matching.ts'
import type { Assignment } from './matching.queries.ts'

export type Sending = Assignment & { name: string; business: string }
type Run = { done: number; failed: number; all: number }

/** Asks guides, one at a time; what was refused stays with its business until it is tried again. */
export const createSending = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const [problems, setProblems] = createSignal<ReadonlyMap<string, Problem>>(new Map())
  const [pending, setPending] = createSignal<string>()
  const [run, setRun] = createSignal<Run>()
  let isStopped = false

  const note = (id: string, problem: Problem | undefined) =>
    setProblems(before => new Map([...[...before].filter(([each]) => each !== id), ...(problem ? [[id, problem] as const] : [])]))
  const reread = () => Promise.all(['matching.propose', 'matching.explain', 'matching.whatIf'].map(key => client.invalidateQueries({ queryKey: [key] })))

  const send = async ({ name: _name, business: _business, ...assignment }: Sending): Promise<boolean> => {
    setPending(assignment.mentorshipId)
    note(assignment.mentorshipId, undefined)
    try {
      await api.matching.assign.mutate(assignment)
      return true
    } catch (error) {
      note(assignment.mentorshipId, problemOf(error))
      return false
    } finally {
      setPending(undefined)
    }
  }

  const ask = async (sending: Sending): Promise<boolean> => {
    if (pending() !== undefined) return false
    const sent = await send(sending)
    if (sent) toasts.show({ message: words.asked(sending.name, sending.business), ...brief })
    await reread()
    return sent
  }

  const askAll = async (list: readonly Sending[]): Promise<void> => {
    if (pending() !== undefined) return
    isStopped = false
    setRun({ done: 0, failed: 0, all: list.length })
    for (const sending of list) {
      if (isStopped) break
      const sent = await send(sending)
      setRun(now => now && { ...now, done: now.done + (sent ? 1 : 0), failed: now.failed + (sent ? 0 : 1) })
    }
    const end = run()
    setRun(undefined)
    if (end) toasts.show({ message: end.failed > 0 ? words.someFailed(end.failed) : words.allSent(end.done), ...brief })
    await reread()
  }

  return { ask, askAll, run, stop: () => void (isStopped = true), isPending: (id: string) => pending() === id, isBusy: () => pending() !== undefined || run() !== undefined, problemOf: (id: string) => problems().get(id) }
}

export type SendingState = ReturnType<typeof createSending>
