import type { AppServices } from '../../app/app-context.ts'

/** A code on its way; kept in this tab, so that a reload asks for the code again and not for everything. */
export type PendingSignIn = { challengeId: string; email: string; sentAt: number; back: string | null }

type Tab = AppServices['tab']

const key = 'dl:console-sign-in'

export const readPending = (tab: Tab): PendingSignIn | undefined => {
  const text = tab.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as PendingSignIn)
}
export const writePending = (tab: Tab, pending: PendingSignIn): void => tab.setItem(key, JSON.stringify(pending))
export const forgetPending = (tab: Tab): void => tab.removeItem(key)
