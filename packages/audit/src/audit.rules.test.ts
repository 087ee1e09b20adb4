import { describe, expect, it } from 'vitest'
import { findConcern, fillAdvice } from './advice.rules.ts'
import { auditSite, type CheckResult } from './audit.rules.ts'
import { causeTexts } from './cause-texts.de.ts'
import { checkRules } from './checks.ts'
import { compareAudits, findingKey } from './comparison.rules.ts'
import { readCheckData } from './corpus/check-data.ts'
import { reasonTexts } from './reason-texts.de.ts'
import { scoreAudit, weightOf } from './score.rules.ts'
import { pageOf, snapshotOf } from './site.fixture.ts'
import type { CheckData, Verdict } from './check.types.ts'

const checks = readCheckData()
const check = (id: string, more: Partial<CheckData> = {}): CheckData => ({ id, area: 'Recht', title: id, applies: 'always', severity: 'high', certainty: 'sure', advice: '', item: '5.1', ...more })
const result = (id: string, verdict: Verdict, keys: readonly string[] = []): CheckResult => ({ id, verdict, places: [], notes: [], values: {}, keys })

describe('the checks', () => {
  it('are 38 in data and in code, each once', () => {
    expect(checkRules.map(({ id }) => id).toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
    expect(new Set(checkRules.map(({ id }) => id)).size).toBe(38)
  })

  it('have German sentences for causes and reasons, at most 15 words each', () => {
    for (const sentence of [...Object.values(causeTexts), ...Object.values(reasonTexts)].flatMap(text => text.split(/(?<=\.)\s(?=[A-ZÄÖÜ])/))) {
      expect(sentence).toMatch(/^[A-ZÄÖÜ„].*[.“]$/)
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(15)
    }
  })

  it('that have data but no code end as not checked', () => {
    expect(auditSite(snapshotOf({ pages: { '/': '' } }), {}, '2026-11-20', [check('X-99')]).results[0]).toMatchObject({ verdict: 'not_checked', reason: 'check_broken' })
  })

  it('keep to their dates', () => {
    const on = (today: string) => auditSite(snapshotOf({ pages: { '/': '' } }), {}, today, [check('F-02', { validFrom: '2026-01-01', validUntil: '2026-12-31' })]).results[0]?.reason
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-12-31'), on('2027-01-01')]).toEqual(['not_yet_valid', undefined, undefined, 'no_longer_valid'])
  })

  it('give one verdict each on a site that never answered', () => {
    const dead = pageOf('/', '', { failure: 'timeout' })
    const { results } = auditSite(snapshotOf({ pages: { '/': { ...dead } } }), {}, '2026-11-20', checks)
    expect(results.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)).toEqual(['T-03', 'S-01'])
    expect(results.filter(({ verdict }) => verdict === 'pass')).toEqual([])
  })

  it('name pages whose characters could not be read', () => {
    const page = pageOf('/', 'Gr\uFFFD\uFFFDe', { charset: { used: 'utf-8', replacements: 2 } })
    expect(auditSite(snapshotOf({ pages: { '/': page } }), {}, '2026-11-20', checks).limits).toEqual([{ page: 'https://laden.example/', reason: 'encoding' }])
  })
})

describe('the score', () => {
  it('weighs 8, 4, 2, 1 and nothing, half for heuristics until confirmed', () => {
    expect((['critical', 'high', 'medium', 'low', 'info'] as const).map(severity => weightOf({ severity, certainty: 'sure' }))).toEqual([8, 4, 2, 1, 0])
    expect(weightOf({ severity: 'critical', certainty: 'heuristic' })).toBe(4)
    expect(weightOf({ severity: 'critical', certainty: 'heuristic' }, true)).toBe(8)
  })

  it('is 100 · (1 − 8 ÷ (8 + 4 + 2)) by hand, leaving out what was not judged', () => {
    const data = [check('a', { severity: 'critical' }), check('b'), check('c', { severity: 'high', certainty: 'heuristic' }), check('d', { severity: 'critical' }), check('e', { area: 'Technik' })]
    const score = scoreAudit(data, [result('a', 'fail'), result('b', 'pass'), result('c', 'pass'), result('d', 'not_checked'), result('e', 'not_applicable')])
    expect(score.score).toBeCloseTo(100 * (1 - 8 / 14), 10)
    expect(score).toMatchObject({ passed: 2, failed: 1, notApplicable: 1, notChecked: 1, findings: ['a'] })
    expect(score.areas.map(({ area, score: points }) => [area, points === null ? null : Math.round(points)])).toEqual([['Recht', 43], ['Technik', null]])
  })

  it('is null where nothing was judged', () => expect(scoreAudit([check('a')], [result('a', 'not_checked')]).score).toBeNull())

  it('puts the worst finding first', () => {
    const data = [check('low', { severity: 'low' }), check('guess', { severity: 'critical', certainty: 'heuristic' }), check('worst', { severity: 'critical' })]
    expect(scoreAudit(data, data.map(({ id }) => result(id, 'fail'))).findings).toEqual(['worst', 'guess', 'low'])
  })
})

describe('two runs', () => {
  it('are compared check by check', () => {
    const before = [result('gone', 'fail', ['k1']), result('stays', 'fail', ['k2', 'k3']), result('lost', 'fail', ['k5']), result('fine', 'pass'), result('moot', 'fail', ['k6'])]
    const after = [result('gone', 'pass'), result('stays', 'fail', ['k3', 'k4']), result('lost', 'not_checked'), result('fine', 'fail', ['k7']), result('moot', 'not_applicable')]
    expect(compareAudits(before, after)).toEqual([
      { id: 'gone', change: 'fixed', fixed: ['k1'], added: [], still: [] },
      { id: 'stays', change: 'still', fixed: ['k2'], added: ['k4'], still: ['k3'] },
      { id: 'lost', change: 'unknown', fixed: [], added: [], still: ['k5'] },
      { id: 'fine', change: 'new', fixed: [], added: ['k7'], still: [] },
      { id: 'moot', change: 'fixed', fixed: ['k6'], added: [], still: [] },
    ])
  })

  it('call the same finding by the same key when the site moves to https and loses its www', () => {
    const key = (page: string, quote: string) => findingKey('T-03', { cause: 'reach.dead_link', page, quote })
    expect(key('http://www.laden.example/team/', 'http://www.laden.example/Weg')).toBe(key('https://laden.example/team', 'https://laden.example/weg'))
    expect(key('https://laden.example/a', 'x')).not.toBe(key('https://laden.example/b', 'x'))
  })
})

describe('the advice', () => {
  it('names what was found', () => expect(fillAdvice('Reparieren Sie diese Links: {links}.', { links: ['/a', '/b'] })).toBe('Reparieren Sie diese Links: /a, /b.'))
  it('drops a sentence that has nothing to name', () => expect(fillAdvice('Passen Sie den Text an. Diese Dienste fehlen: {services}.', {})).toBe('Passen Sie den Text an.'))
  it('names five and counts the rest', () => expect(fillAdvice('{x}.', { x: ['1', '2', '3', '4', '5', '6', '7'] })).toBe('1, 2, 3, 4, 5 und 2 weitere.'))
  it('leaves braces of the site alone', () => expect(fillAdvice('{x}.', { x: ['{y}'], y: ['z'] })).toBe('{y}.'))
  it('of every check reads whole without values', () => {
    for (const { advice } of checks) expect(fillAdvice(advice, {})).not.toMatch(/[{}]/)
  })
  it('belongs to an item and its measure', () => {
    expect(findConcern({ item: '2.2' }, [{ id: '2.2', measureId: 'M-2.2' }])).toEqual({ itemId: '2.2', measureId: 'M-2.2' })
    expect(findConcern({ item: '9.9' }, [])).toBeUndefined()
  })
})
