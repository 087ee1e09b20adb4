import { expect, it } from 'vitest'
import { judgeByAnswers } from './answered.rules.ts'
import type { CheckResult } from './audit.rules.ts'
import type { CheckData } from './check.types.ts'
import type { ReasonCode } from './reason-texts.de.ts'

const check = (id: string, certainty: CheckData['certainty'] = 'human'): CheckData => ({ id, area: 'Recht', title: id, applies: 'always', severity: 'high', certainty, advice: '', item: '5.1' })
const before = (id: string, verdict: CheckResult['verdict'], reason?: ReasonCode): CheckResult => ({ id, verdict, ...(reason && { reason }), places: [], notes: [], values: {}, keys: [] })
const asked = (id: string, was: CheckResult, more: object = {}) => judgeByAnswers(check(id), { before: was, facts: {}, human: {}, site: 'https://laden.example/', today: '2026-11-20', ...more })
const waiting = (id: string) => before(id, 'not_checked', 'no_human')

it('an answer decides the check that waited for it', () => {
  expect(asked('O-05', waiting('O-05'), { human: { orderButton: 'Absenden' } })).toMatchObject({ verdict: 'fail', places: [{ cause: 'shop.unclear_button', quote: 'Absenden' }], keys: ['O-05|shop.unclear_button||absenden'] })
  expect(asked('O-05', before('O-05', 'fail'), { human: { orderButton: 'Zahlungspflichtig bestellen' } })).toMatchObject({ verdict: 'pass' })
  const size = before('R-10', 'not_checked', 'unknown_size')
  expect(asked('R-10', size, { facts: { employees: 3 } })).toMatchObject({ verdict: 'not_applicable', reason: 'micro_enterprise' })
  expect(asked('R-10', size, { facts: { employees: 30 }, human: { accessibilityStatement: 'missing' } })).toMatchObject({ verdict: 'fail', places: [{ page: 'https://laden.example/' }] })
})

it.each([
  ['no answer came', waiting('O-05'), {}],
  ['the check did not apply', before('O-05', 'not_applicable', 'no_shop'), { human: { orderButton: 'Absenden' } }],
  ['the statement was seen on the pages', before('R-10', 'pass'), { facts: { employees: 30 }, human: { accessibilityStatement: 'missing' } }],
  ['the pages have to be read for it', before('R-09', 'not_checked', 'unknown_size'), { facts: { employees: 30 } }],
])('nothing changes where %s', (_why, was, more) => expect(asked(was.id, was, more)).toBeUndefined())

it('a check that machines decide is none of theirs', () => {
  expect(judgeByAnswers(check('F-07', 'sure'), { before: waiting('F-07'), facts: {}, human: { googleProfile: { claimed: true, category: true, hours: true, photos: 10, description: true } }, site: '', today: '2026-11-20' })).toBeUndefined()
})
