import { expect, test } from 'vitest'
import { breakLabel, radarLabel, radarPath, radarSize } from './radar-layout.ts'

test('a long label breaks near its middle, a short one stays whole', () => {
  expect(breakLabel('Sicherheit und Recht')).toEqual(['Sicherheit', 'und Recht'])
  expect(breakLabel('Abläufe')).toEqual(['Abläufe'])
})

test.each(['Abläufe', 'Sicherheit und Recht', 'Auffindbarkeit', 'Wirtschaftlichkeitsberechnung planen'])('the label „%s“ stays inside the picture on each of five axes', (label) => {
  for (const index of [0, 1, 2, 3, 4]) {
    const { x, y, anchor, lines } = radarLabel(label, index, 5, 1)
    const size = Math.min(Math.max(...lines.map((line) => line.length)) * 7.2, radarSize.width / 2)
    const left = anchor === 'start' ? x : anchor === 'end' ? x - size : x - size / 2
    expect(left).toBeGreaterThanOrEqual(0)
    expect(left + size).toBeLessThanOrEqual(radarSize.width)
    expect(y - 12).toBeGreaterThanOrEqual(-2)
    expect(y + lines.length * 17).toBeLessThanOrEqual(radarSize.height + 2)
  }
})

test('values beyond the scale stay on the outer ring, missing ones in the middle', () => {
  expect(radarPath([200], 3, 100)).toBe('M0,-106L0,0L0,0Z')
})
