import { describe, expect, it } from 'vitest'
import type { TaskDraft } from '@digitallotsen/domain/plan/task.rules.ts'
import { carryOver } from './carry-over.rules.ts'

const drafts: TaskDraft[] = Array.from({ length: 8 }, (_, index) => ({
  measureId: `M-${index + 1}`, itemId: `1.${index + 1}`, stage: 'base', rank: index + 1, priority: 8 - index,
  state: index < 5 ? 'open' : 'queued', dueOn: index < 5 ? '2026-04-01' : null,
}))
const earlier = (measureId: string, state: 'queued' | 'open' | 'in_progress' | 'done' | 'dropped') =>
  ({ id: `old-${measureId}` as never, measureId, state, owner: 'Frau Muster', dueOn: state === 'queued' ? null : '2026-03-10' })
const states = (list: ReturnType<typeof carryOver>) => list.map(task => task.state)

describe('a plan after a plan', () => {
  it('begins as drafted where nothing was under way', () => {
    expect(carryOver(drafts, []).map(({ carriedFrom, owner, ...draft }) => [draft, carriedFrom, owner])).toEqual(drafts.map(draft => [draft, null, null]))
  })

  it('lets what is under way go on before new measures begin, and never has more than five', () => {
    const list = carryOver(drafts, [earlier('M-7', 'in_progress'), earlier('M-8', 'open'), earlier('M-2', 'open')])
    expect(states(list)).toEqual(['open', 'open', 'open', 'queued', 'queued', 'queued', 'in_progress', 'open'])
    expect(list[6]).toMatchObject({ owner: 'Frau Muster', dueOn: '2026-03-10', carriedFrom: 'old-M-7' })
    expect(list[3]).toMatchObject({ dueOn: null, carriedFrom: null })
  })

  it('begins done and dropped measures anew, and keeps the owner of what waits', () => {
    const list = carryOver(drafts, [earlier('M-1', 'done'), earlier('M-2', 'dropped'), earlier('M-6', 'queued')])
    expect(states(list)).toEqual(['open', 'open', 'open', 'open', 'open', 'queued', 'queued', 'queued'])
    expect(list[0]).toMatchObject({ owner: null, carriedFrom: null, dueOn: '2026-04-01' })
    expect(list[5]).toMatchObject({ owner: 'Frau Muster', carriedFrom: 'old-M-6' })
  })
})
