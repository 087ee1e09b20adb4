import type { ErrorCode } from '../errors.ts'
import type { ApplicationState } from './application.words.ts'

/** What can be done with an application: the first and the last by the applicant, the others by the office. */
export type ApplicationStep = 'confirm' | 'invite' | 'accept' | 'wait' | 'decline' | 'withdraw'

type Way = { from: readonly ApplicationState[]; to: ApplicationState; needsReason?: true }

const ways: Readonly<Record<ApplicationStep, Way>> = {
  confirm: { from: ['unconfirmed'], to: 'received' },
  invite: { from: ['received', 'interview', 'waiting_list'], to: 'interview' },
  accept: { from: ['interview', 'waiting_list'], to: 'accepted' },
  wait: { from: ['received', 'interview'], to: 'waiting_list', needsReason: true },
  decline: { from: ['received', 'interview', 'waiting_list'], to: 'declined', needsReason: true },
  withdraw: { from: ['unconfirmed', 'received', 'interview', 'waiting_list'], to: 'withdrawn' },
}

export type ApplicationOutcome = { ok: true; state: ApplicationState } | { ok: false; code: Extract<ErrorCode, 'application.state_conflict' | 'reason.required'> }

/** Where a step leads; refuses one that the state does not allow, and waiting or declining without a reason of the closed list. */
export const applyApplicationStep = (state: ApplicationState, step: ApplicationStep, given: { hasReason: boolean }): ApplicationOutcome => {
  const way = ways[step]
  if (!way.from.includes(state)) return { ok: false, code: 'application.state_conflict' }
  if (way.needsReason && !given.hasReason) return { ok: false, code: 'reason.required' }
  return { ok: true, state: way.to }
}

/** The steps that the office may take from here, in the order in which they are offered. */
export const officeSteps = (state: ApplicationState): ApplicationStep[] => (['invite', 'accept', 'wait', 'decline'] as const).filter(step => ways[step].from.includes(state))

/** True while the applicant still waits for an answer. */
export const isOpenApplication = (state: ApplicationState): boolean => state === 'received' || state === 'interview' || state === 'waiting_list'

/** How long what is left of an application is kept, in days; counted from the decision, unconfirmed ones from the day they were written. */
export const applicationKeptDays = { unconfirmed: 7, withdrawn: 30, declined: 183, accepted: 183, waiting_list: 365 } as const satisfies Partial<Record<ApplicationState, number>>
