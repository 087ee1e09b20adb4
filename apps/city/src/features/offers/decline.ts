import { createSignal } from 'solid-js'
import { useQueryClient } from '@tanstack/solid-query'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { problemText } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { offersQuery } from './offers.queries.ts'

const [declined, setDeclined] = createSignal<ReadonlySet<string>>(new Set())

/** True while the answer "no" can still be taken back; the list leaves such an offer out. */
export const isDeclined = (offerId: string): boolean => declined().has(offerId)

const mark = (offerId: string, gone: boolean): void => {
  setDeclined(old => new Set(gone ? [...old, offerId] : [...old].filter(id => id !== offerId)))
}

/** In one request of its own: the calls of the client wait for each other for a moment, which a page that goes does not have. */
const sendWhileLeaving = (input: { offerId: string; merchantId: string; accept: false }): void =>
  void fetch('/trpc/offer.answer', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }).catch(() => undefined)

/**
 * Saying no cannot be undone by the business itself, only asked for again by the other one: so it is sent once the message that offers to
 * take it back has gone, or the page is left before.
 */
export const useDecline = (merchantId: string) => {
  const { api } = useApp()
  const texts = useTexts()
  const toasts = useToasts()
  const client = useQueryClient()
  const { queryKey } = offersQuery(api, merchantId)
  const send = async (offerId: string): Promise<void> => {
    try {
      client.setQueryData(queryKey, await api.offer.answer.mutate({ offerId, merchantId, accept: false }))
    } catch (error) {
      toasts.show({ message: problemText(problemOf(error), texts) })
      await client.invalidateQueries({ queryKey })
    }
    mark(offerId, false)
  }
  return (offerId: string, message: string): void => {
    if (isDeclined(offerId)) return
    mark(offerId, true)
    const leave = (): void => sendWhileLeaving({ offerId, merchantId, accept: false })
    const settle = (): void => window.removeEventListener('pagehide', leave)
    const onUndo = (): void => {
      settle()
      mark(offerId, false)
    }
    const onGone = (): void => {
      settle()
      void send(offerId)
    }
    toasts.show({ message, undo: { label: texts.common.undo, onUndo }, onGone })
    window.addEventListener('pagehide', leave)
  }
}
