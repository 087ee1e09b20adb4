import type { Task } from '@digitallotsen/domain/plan/task.schemas.ts'

/** What an audit says of one check, as far as a plan wants to know it. */
export type CheckedFact = {
  checkId: string
  title: string
  measureId: string
  verdict: 'pass' | 'fail' | 'not_applicable' | 'not_checked'
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info'
  /** The finding's end alone shows that the measure is done, as far as it was about it. */
  closes: boolean
  /** Judged by what the business says, not by what was read. */
  isStated: boolean
}

export type FindingLink = { checkId: string; state: 'open' | 'gone' }

export type FindingEffect = {
  /** Findings that the task is to mend from now on. */
  attached: string[]
  /** Those that are mended, and those that have come back. */
  gone: string[]
  back: string[]
  /** finish: nothing is left of what it came from · show: mended, but the measure is more than that · reopen: something has come back. */
  outcome: 'finish' | 'show' | 'reopen' | null
}

const weighty = new Set<CheckedFact['severity']>(['critical', 'high', 'medium'])

/**
 * What an audit means for one task: findings of its measure hang on it as long as it is not done; what fails no more is gone, what could not
 * be checked stays. A task left out by its people is left alone; small matters hang on none but the task that somebody has made for them.
 */
export const effectOn = (task: Pick<Task, 'state' | 'measureId'> & { origin: 'check' | 'audit' }, links: readonly FindingLink[], facts: readonly CheckedFact[], isAdopted = false): FindingEffect => {
  const none: FindingEffect = { attached: [], gone: [], back: [], outcome: null }
  if (task.state === 'dropped') return none
  const own = facts.filter(({ measureId }) => measureId === task.measureId)
  const stateOf = new Map(links.map(({ checkId, state }) => [checkId, state]))
  const ids = (those: readonly CheckedFact[]) => those.map(({ checkId }) => checkId)
  const failing = own.filter(({ verdict }) => verdict === 'fail')
  const attached = task.state === 'done' ? [] : ids(failing.filter(({ checkId, severity }) => !stateOf.has(checkId) && (isAdopted || weighty.has(severity))))
  const back = ids(failing.filter(({ checkId }) => stateOf.get(checkId) === 'gone'))
  const gone = ids(own.filter(({ checkId, verdict }) => stateOf.get(checkId) === 'open' && (verdict === 'pass' || verdict === 'not_applicable')))
  return { attached, gone, back, outcome: outcomeOf(task, links, own, { attached, gone, back }) }
}

type Changes = Pick<FindingEffect, 'attached' | 'gone' | 'back'>

const outcomeOf = (task: Parameters<typeof effectOn>[0], links: readonly FindingLink[], own: readonly CheckedFact[], { attached, gone, back }: Changes): FindingEffect['outcome'] => {
  if (task.state === 'done') return back.length > 0 ? 'reopen' : null
  const isLeft = attached.length > 0 || back.length > 0 || links.some(({ checkId, state }) => state === 'open' && !gone.includes(checkId))
  if (gone.length === 0 || isLeft) return null
  const linked = own.filter(({ checkId }) => links.some(link => link.checkId === checkId))
  return closesByAudit(task.origin, linked) ? 'finish' : 'show'
}

/** Whether a clean audit ends a task by itself: it came from the audit, or each of its findings closes; a mere statement ends none. */
export const closesByAudit = (origin: 'check' | 'audit', linked: readonly Pick<CheckedFact, 'closes' | 'isStated'>[]): boolean =>
  linked.every(({ closes, isStated }) => !isStated && (origin === 'audit' || closes))
