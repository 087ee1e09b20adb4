import { expect, test } from 'vitest'
import { breakLabel, radarLabel, radarOutline, radarSize } from './radar-layout.ts'

test('a long label breaks near its middle, a short one stays whole', () => {
  expect(breakLabel('Sicherheit und Recht')).toEqual(['Sicherheit', 'und Recht'])
  expect(breakLabel('Abläufe')).toEqual(['Abläufe'])
})

test.each(['Abläufe', 'Sicherheit und Recht', 'Auffindbarkeit', 'Wirtschaftlichkeitsberechnung planen'])('the label „%s“ stays inside the picture on each of five axes', (label) => {
  for (const index of [0, 1, 2, 3, 4]) {
    const { x, y, anchor, lines } = radarLabel(label, index, 5, '100')
    const size = Math.min(Math.max(...lines.map((line) => line.length)) * 7.2, radarSize.width / 2)
    const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + size).toBeLessThanOrEqual(radarSize.width)
    expect(y - 12).toBeGreaterThanOrEqual(-2)
    expect(y + lines.length * 17).toBeLessThanOrEqual(radarSize.height + 2)
  }
})

test.each(['0', 'noch nicht geprüft'])('so does the value „%s“ below it', (value) => {
  for (const label of ['Abläufe', 'Sicherheit und Recht', 'Wirtschaftlichkeitsberechnung']) {
    for (const index of [0, 1, 2, 3, 4]) {
      const { x, y, anchor, lines } = radarLabel(label, index, 5, value)
      const size = value.length * 6.7
      const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + size).toBeLessThanOrEqual(radarSize.width)
      expect(y + lines.length * 17).toBeLessThanOrEqual(radarSize.height + 2)
    }
  }
})

test('values beyond the scale stay on the outer ring, zero lies in the middle', () => {
  expect(radarOutline([200, 0, -5], 3, 100)).toEqual({ area: 'M0,-106L0,0L0,0Z', edge: 'M0,-106L0,0L0,0Z' })
})

test('an axis without a value is a gap: no line crosses it, and none leads to the middle as if it were zero', () => {
  expect(radarOutline([100, 100, null, 100], 4, 100)).toEqual({ area: 'M-106,0L0,-106L106,0L0,0Z', edge: 'M-106,0L0,-106L106,0' })
})

test('between two gaps there is nothing to join', () => {
  expect(radarOutline([100, null, 100, null], 4, 100)).toEqual({ area: '', edge: '' })
  expect(radarOutline([null, null, null], 3, 100)).toEqual({ area: '', edge: '' })
  expect(radarOutline([], 3, 100)).toEqual({ area: '', edge: '' })
})
