import { readJson, writeJson } from '../../lib/storage.ts'
import type { Shelf } from '../../lib/storage.ts'
import type { Inputs } from '../../lib/trpc.ts'

/** A code on its way; kept in this tab, so that a reload asks for it again and not for everything. */
export type PendingSignIn = {
  challengeId: string
  email: string
  sentAt: number
  /** What is asked for again where the code does not arrive. */
  keep: Omit<Inputs['plan']['keep'], 'idempotencyKey'> | null
  /** The page that asked for signing in. */
  back: string | null
}

const shelfKey = 'dl:sign-in'

export const readPending = (tab: Shelf): PendingSignIn | undefined => readJson(tab, shelfKey)
export const writePending = (tab: Shelf, pending: PendingSignIn): boolean => writeJson(tab, shelfKey, pending)
export const forgetPending = (tab: Shelf): void => tab.removeItem(shelfKey)
