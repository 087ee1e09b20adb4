import { expect, it } from 'vitest'
import { siteReportSchema } from './site-audit.schemas.ts'

it('what a foreign page says can be stored, wherever it was cut', () => {
  const cut = 'Blumen \ud83c und\0 mehr'
  const result = { id: 'B-01', verdict: 'fail', places: [{ cause: 'structure.jump', page: cut, quote: cut, selector: cut }], notes: [], values: { a: [cut] }, keys: [cut] }
  const parsed = siteReportSchema.safeParse({ finalAddress: cut, failure: null, pages: [{ url: cut, status: 200 }], audit: { rulesVersion: 1, today: '2026-11-25', results: [result], limits: [] } })
  const text = JSON.stringify(parsed.data ?? parsed.error)
  expect(text).toContain('Blumen')
  expect(text).not.toMatch(/\\ud83c|\\u0000/)
  expect(parsed.success).toBe(true)
})
