import { describe, expect, it } from 'vitest'
import { canRelease, listMissing, type GateFacts } from './gate.rules.ts'

const modules = Array.from({ length: 13 }, (_, i) => ({ id: `L-${String(i + 1).padStart(2, '0')}`, gate: i < 11 }))
const gate = modules.slice(0, 10).map(({ id }) => id)
const facts = (given: Partial<GateFacts> = {}): GateFacts => ({ modules, passed: new Set(gate), commitmentSigned: true, released: true, ...given })

describe('the gate before the first case', () => {
  it('is open with L-01 to L-10, the signed commitment and the release', () => {
    expect(listMissing(facts())).toEqual([])
  })

  it.each(gate)('is shut without %s', moduleId => {
    expect(listMissing(facts({ passed: new Set(gate.filter(id => id !== moduleId)) }))).toEqual([{ kind: 'module', moduleId }])
  })

  it('does not ask for L-12 and L-13, which are for the certificate', () => {
    expect(listMissing(facts({ passed: new Set([...gate, 'L-12', 'L-13']) }))).toEqual(listMissing(facts()))
  })

  it('is shut without commitment, and without release even where L-11 is passed', () => {
    expect(listMissing(facts({ commitmentSigned: false }))).toEqual([{ kind: 'commitment' }])
    expect(listMissing(facts({ released: false, passed: new Set([...gate, 'L-11']) }))).toEqual([{ kind: 'release' }])
  })

  it('lists everything in the order in which it is done', () => {
    const kinds = listMissing(facts({ passed: new Set(), commitmentSigned: false, released: false })).map(({ kind }) => kind)
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'module'), 'commitment', 'release'])
  })

  it('lets the coordinator release where nothing else is missing', () => {
    expect(canRelease(listMissing(facts({ released: false })))).toBe(true)
    expect(canRelease(listMissing(facts({ released: false, commitmentSigned: false })))).toBe(false)
    expect(canRelease(listMissing(facts({ released: false, passed: new Set() })))).toBe(false)
  })
})
