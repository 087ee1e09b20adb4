import { useQuery } from '@tanstack/solid-query'
import { createSignal } from 'solid-js'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useListing, useMerchantId, usePhotos } from './listing-context.ts'
import { NotSavedYet } from './listing-session.state.ts'
import { useSetting, versionsQuery } from './listing.queries.ts'
import { standingOf } from './standing.rules.ts'

/** Handing in and taking back, with where the listing stands meanwhile. */
export const usePublishing = () => {
  const texts = useTexts()
  const words = useTexts('listing').publish
  const { api } = useApp()
  const session = useListing()
  const photos = usePhotos()
  const merchantId = useMerchantId()
  const toasts = useToasts()
  const setting = useSetting()
  const versions = useQuery(() => ({ ...versionsQuery(api, merchantId), enabled: session.held().waiting }))
  const [problem, setProblem] = createSignal<Problem>()
  const [isUnsaved, setUnsaved] = createSignal(false)
  const [isBusy, setBusy] = createSignal(false)

  const changedSince = () => {
    const waiting = versions.data?.find(({ status }) => status === 'waiting')
    const { savedAt } = session.held()
    return waiting !== undefined && savedAt !== null && savedAt > waiting.at
  }
  const standing = () => standingOf({ ...session.held(), gaps: session.gaps() }, setting.data?.moderation ?? 'before', changedSince())

  const doing = async (act: () => Promise<void>): Promise<void> => {
    if (isBusy()) return
    setBusy(true)
    setProblem(undefined)
    setUnsaved(false)
    try {
      await act()
    } catch (error) {
      if (error instanceof NotSavedYet) setUnsaved(true)
      else setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (): Promise<void> =>
    doing(async () => {
      if (!(await photos.empty())) throw new NotSavedYet()
      const draft = await session.act(draftVersion => api.listing.submit.mutate({ merchantId, draftVersion }))
      void versions.refetch()
      toasts.show({ message: draft.waiting ? words.handedIn : words.nowLive, ...brief })
    })
  const withdraw = (): Promise<void> => {
    const { undoable } = standing()
    return doing(async () => {
      await session.act(() => api.listing.withdraw.mutate({ merchantId }))
      toasts.show({ message: words.withdrawn, ...(undoable ? { undo: { label: texts.common.undo, onUndo: () => void submit() } } : brief) })
    })
  }
  return { standing, isReady: () => setting.isSuccess, problem, isUnsaved, isBusy, submit, withdraw }
}

export type Publishing = ReturnType<typeof usePublishing>
