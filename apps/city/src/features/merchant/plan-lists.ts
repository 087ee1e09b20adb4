import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Plan, Task } from '@digitallotsen/domain/plan/task.schemas.ts'

export type PlanLists = Readonly<Record<'active' | 'queued' | 'done' | 'dropped', readonly Task[]>>

export const listsOf = (plan: Plan): PlanLists => {
  const ranked = plan.tasks.toSorted((a, b) => a.rank - b.rank)
  return {
    active: ranked.filter(({ state }) => isActive(state)),
    queued: ranked.filter(({ state }) => state === 'queued'),
    done: ranked.filter(({ state }) => state === 'done'),
    dropped: ranked.filter(({ state }) => state === 'dropped'),
  }
}
