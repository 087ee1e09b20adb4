import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import { brief } from '../../lib/toasts.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { queueQuery } from './moderation.queries.ts'
import type { Queue } from './moderation.queries.ts'

/** What is decided about: a page in the version that was looked at, or an offer in the wording that was read. */
export type Subject =
  | { kind: 'listing'; merchantId: string; versionId: string | null; name: string }
  | { kind: 'offer'; offerId: string; seenAt: string; name: string }

export type Verdict = 'approve' | 'reject' | 'take_down'
type Decision = { subject: Subject; verdict: Verdict; reason: string }

export const subjectId = (subject: Subject): string => (subject.kind === 'listing' ? subject.merchantId : subject.offerId)

const stale = ['listing.version_stale']
const gone = ['listing.nothing_waiting', 'listing.not_published', 'listing.not_found', 'offer.state_conflict', 'offer.not_found']

/** Told apart, because each asks for something else: look again, look at something else, try again. */
export const refusalOf = ({ code }: Pick<Problem, 'code'>): 'stale' | 'gone' | 'failed' => (stale.includes(code) ? 'stale' : gone.includes(code) ? 'gone' : 'failed')

const said: Readonly<Record<Verdict, (name: string) => string>> = { approve: words.approved, reject: words.rejected, take_down: words.takenDown }

/** The office's decisions; what was refused stays with what it was about until the next one. */
export const useDecisions = () => {
  const { api } = useApp()
  const client = useQueryClient()
  const toasts = useToasts()
  const [refused, setRefused] = createSignal<{ id: string; problem: Problem }>()
  const send = ({ subject, verdict, reason }: Decision): Promise<Queue> => {
    if (subject.kind === 'offer') {
      const { offerId, seenAt } = subject
      return api.moderation.decideOffer.mutate({ offerId, decision: verdict, reason: verdict === 'approve' ? null : reason, seenAt })
    }
    const { merchantId, versionId } = subject
    if (verdict === 'take_down') return api.moderation.takeDown.mutate({ merchantId, reason })
    if (versionId === null) throw new Error('Nothing waits here.')
    return verdict === 'approve' ? api.moderation.approve.mutate({ merchantId, versionId }) : api.moderation.reject.mutate({ merchantId, versionId, reason })
  }
  const reread = () => Promise.all(['moderation.queue', 'moderation.counts', 'moderation.listing'].map(key => client.invalidateQueries({ queryKey: [key] })))
  const decide = useMutation(() => ({
    mutationFn: (decision: Decision) => send(decision),
    onMutate: () => void setRefused(undefined),
    onSuccess: async (queue: Queue, { subject, verdict }: Decision) => {
      client.setQueryData(queueQuery(api).queryKey, queue)
      toasts.show({ message: said[verdict](subject.name), ...brief })
      await reread()
    },
    onError: async (error: unknown, { subject }: Decision) => {
      const problem = problemOf(error)
      if (refusalOf(problem) !== 'failed') await reread()
      setRefused({ id: subjectId(subject), problem })
    },
  }))
  return {
    isPending: () => decide.isPending,
    refusedFor: (id: string) => (refused()?.id === id ? refused()?.problem : undefined),
    refusedElsewhere: (shown: readonly string[]) => {
      const last = refused()
      return last && !shown.includes(last.id) ? last.problem : undefined
    },
    decide: (decision: Decision, done?: () => void): void => {
      if (!decide.isPending) decide.mutate(decision, { onSuccess: () => done?.() })
    },
  }
}

export type Decisions = ReturnType<typeof useDecisions>
