import { mostActive } from '@digitallotsen/domain/check/ranking.rules.ts'
import { isActive, type TaskDraft } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Task } from '@digitallotsen/domain/plan/task.schemas.ts'

export type NewTask = Pick<TaskDraft, 'measureId' | 'itemId' | 'stage' | 'rank' | 'priority' | 'dueOn'> & {
  state: Task['state']
  owner: string | null
  /** Where it does not come from the check's answers. */
  origin?: 'audit'
  /** The task of the plan before that this one goes on with. */
  carriedFrom: string | null
}

type Earlier = Pick<Task, 'id' | 'measureId' | 'state' | 'owner' | 'dueOn'>

const carried = (draft: TaskDraft, earlier: Earlier): NewTask => ({
  ...draft, state: earlier.state, owner: earlier.owner, dueOn: earlier.dueOn, carriedFrom: earlier.id,
})

/**
 * The tasks of a new plan, where an earlier plan was still being worked on: what is active for the same measure goes on as it stands (state,
 * owner, date); what waits keeps its owner. The places left of the five go to the new plan's own active measures, by rank; the rest waits.
 * Done and dropped tasks are not carried: where their measure ranks again, it begins anew.
 */
export const carryOver = (drafts: readonly TaskDraft[], earlier: readonly Earlier[]): NewTask[] => {
  const going = new Map(earlier.filter(task => isActive(task.state) || task.state === 'queued').map(task => [task.measureId, task]))
  const keepsPlace = (draft: TaskDraft) => isActive(going.get(draft.measureId)?.state ?? 'queued')
  let room = mostActive - drafts.filter(keepsPlace).length
  return drafts.toSorted((a, b) => a.rank - b.rank).map(draft => {
    const before = going.get(draft.measureId)
    if (before && keepsPlace(draft)) return carried(draft, before)
    const inherited = { owner: before?.owner ?? null, carriedFrom: before?.id ?? null }
    if (draft.state === 'open' && room-- > 0) return { ...draft, ...inherited }
    return { ...draft, ...inherited, state: 'queued', dueOn: null }
  })
}
