import { describe, expect, it } from 'vitest'
import { closesByAudit, effectOn, type CheckedFact, type FindingLink } from './finding-effect.rules.ts'

const fact = (checkId: string, verdict: CheckedFact['verdict'], more: Partial<CheckedFact> = {}): CheckedFact =>
  ({ checkId, title: checkId, measureId: 'M-5.1', verdict, severity: 'high', closes: true, isStated: false, ...more })
const task = (state: 'queued' | 'open' | 'in_progress' | 'done' | 'dropped' = 'open', origin: 'check' | 'audit' = 'check') => ({ state, origin, measureId: 'M-5.1' })
const open = (...ids: string[]): FindingLink[] => ids.map(checkId => ({ checkId, state: 'open' }))
const gone = (...ids: string[]): FindingLink[] => ids.map(checkId => ({ checkId, state: 'gone' }))

describe('a task', () => {
  it('gets the findings of its measure that weigh something', () => {
    const facts = [fact('a', 'fail'), fact('b', 'fail', { severity: 'low' }), fact('c', 'fail', { measureId: 'M-2.2' }), fact('d', 'pass'), fact('e', 'not_checked')]
    expect(effectOn(task(), [], facts)).toEqual({ attached: ['a'], gone: [], back: [], outcome: null })
    expect(effectOn(task('queued'), [], facts).attached).toEqual(['a'])
    expect(effectOn(task(), [], facts, true).attached).toEqual(['a', 'b'])
  })

  it('is done when the last of its findings is gone, whichever way: passed, or no longer meant', () => {
    expect(effectOn(task(), open('a', 'b'), [fact('a', 'pass'), fact('b', 'not_applicable')])).toEqual({ attached: [], gone: ['a', 'b'], back: [], outcome: 'finish' })
    expect(effectOn(task(), [...open('a'), ...gone('b')], [fact('a', 'pass'), fact('b', 'pass')]).outcome).toBe('finish')
  })

  it.each([
    ['one is left', open('a', 'b'), [fact('a', 'pass'), fact('b', 'fail')]],
    ['one could not be checked', open('a', 'b'), [fact('a', 'pass'), fact('b', 'not_checked')]],
    ['one is no longer asked at all', open('a', 'b'), [fact('a', 'pass')]],
    ['another one has come', open('a'), [fact('a', 'pass'), fact('c', 'fail')]],
    ['one that was gone is back', [...open('a'), ...gone('b')], [fact('a', 'pass'), fact('b', 'fail')]],
    ['nothing has changed', gone('a'), [fact('a', 'pass')]],
    ['it has no findings', [], [fact('a', 'pass')]],
  ])('stays open where %s', (_why, links, facts) => expect(effectOn(task(), links, facts).outcome).toBeNull())

  it('is shown and not ended where its measure is more than the finding, unless it came from the audit', () => {
    const facts = [fact('a', 'pass', { closes: false })]
    expect(effectOn(task(), open('a'), facts).outcome).toBe('show')
    expect(effectOn(task('open', 'audit'), open('a'), facts).outcome).toBe('finish')
    expect(closesByAudit('audit', [{ closes: true, isStated: true }])).toBe(false)
    expect(closesByAudit('check', [{ closes: true, isStated: false }, { closes: false, isStated: false }])).toBe(false)
  })

  it('is opened again when something is back, and not by something new', () => {
    expect(effectOn(task('done'), gone('a'), [fact('a', 'fail'), fact('b', 'fail')])).toEqual({ attached: [], gone: [], back: ['a'], outcome: 'reopen' })
    expect(effectOn(task('done'), gone('a'), [fact('a', 'pass'), fact('b', 'fail')]).outcome).toBeNull()
    expect(effectOn(task('done'), open('a'), [fact('a', 'fail')]).outcome).toBeNull()
  })

  it('that was left out is left alone', () => {
    expect(effectOn(task('dropped'), gone('a'), [fact('a', 'fail'), fact('b', 'fail')])).toEqual({ attached: [], gone: [], back: [], outcome: null })
  })
})
