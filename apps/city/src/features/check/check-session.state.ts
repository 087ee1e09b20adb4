import { createContext, onCleanup, useContext } from 'solid-js'
import type { Answer } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { Shelf } from '../../lib/storage.ts'
import { createAnswerQueue } from './answer-queue.state.ts'
import type { AnswerQueue, SavePort } from './answer-queue.state.ts'
import { shelfPrefix } from './answer-store.ts'
import type { CheckRecord } from './answer-store.ts'
import { createAnswersState } from './answers.state.ts'
import type { AnswersState } from './answers.state.ts'

export type CheckSession = Pick<AnswersState, 'answers' | 'record' | 'hasUnsent' | 'receive' | 'close'> &
  Pick<AnswerQueue, 'saveState' | 'refusal' | 'flush'> & {
    assessmentId: string
    give(answer: Answer): void
    visit(itemId: string): void
  }

/** How long a tab lets another one finish sending what both can see. */
const courtesy = 5000

const listen = (target: EventTarget, type: string, handle: (event: Event) => void): void => {
  target.addEventListener(type, handle)
  onCleanup(() => target.removeEventListener(type, handle))
}

export const createCheckSession = (shelf: Shelf, assessmentId: string, initial: CheckRecord, save: SavePort): CheckSession => {
  const state = createAnswersState(shelf, assessmentId, initial)
  const queue = createAnswerQueue(state, save)
  let helping: ReturnType<typeof setTimeout> | undefined
  const sendUnsent = (): void => {
    if (state.hasUnsent()) void queue.flush()
  }

  listen(window, 'online', sendUnsent)
  listen(window, 'pagehide', sendUnsent)
  listen(document, 'visibilitychange', sendUnsent)
  listen(window, 'storage', event => {
    if (!(event instanceof StorageEvent) || !event.key?.startsWith(shelfPrefix + assessmentId)) return
    state.reread()
    clearTimeout(helping)
    helping = setTimeout(sendUnsent, courtesy)
  })
  onCleanup(() => {
    clearTimeout(helping)
    queue.stop()
  })
  sendUnsent()

  return {
    assessmentId,
    answers: state.answers,
    record: state.record,
    hasUnsent: state.hasUnsent,
    receive: state.receive,
    close: state.close,
    saveState: queue.saveState,
    refusal: queue.refusal,
    flush: queue.flush,
    give: answer => {
      state.give(answer, new Date())
      queue.schedule()
    },
    visit: itemId => {
      state.visit(itemId)
      queue.schedule()
    },
  }
}

export const CheckSessionContext = createContext<CheckSession>()

export const useCheckSession = (): CheckSession => {
  const session = useContext(CheckSessionContext)
  if (!session) throw new Error('useCheckSession() needs a page below CheckArea.')
  return session
}
