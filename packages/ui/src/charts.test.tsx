import { render, screen, within } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { BarRow } from './bar-row.tsx'
import { DifferenceBars, signed } from './difference-bars.tsx'
import { DistrictMap } from './district-map.tsx'
import { RadarChart } from './radar-chart.tsx'
import { plainNumber } from './scales.ts'

const svgSpace = 'http://www.w3.org/2000/svg'

test('the star has a text alternative and the same figures as a table', () => {
  render(() => (
    <RadarChart
      title="Ergebnis"
      description="Am stärksten ist B."
      axes={['A', 'B', 'C', 'D', 'E'].map((label) => ({ label }))}
      series={[{ label: 'Heute', values: [10, 20.54, 0, 5, 7] }]}
      max={100}
      table={{ caption: 'Punkte', axis: 'Feld' }}
    />
  ))
  expect(screen.getByRole('img', { name: /Ergebnis.*Am stärksten/ })).toBeTruthy()
  const table = screen.getByRole('table', { name: 'Punkte' })
  expect(within(table).getByRole('row', { name: 'B 20,5' })).toBeTruthy()
})

test('an axis without a value is a gap in the picture and says so in picture and table', () => {
  const { container } = render(() => (
    <RadarChart
      title="Ergebnis"
      description="C ist noch offen."
      axes={['A', 'B', 'C', 'D', 'E'].map((label) => ({ label }))}
      series={[{ label: 'Heute', values: [10, 20, null, 0, 7] }]}
      max={100}
      missing="noch nicht geprüft"
      table={{ caption: 'Punkte', axis: 'Feld' }}
    />
  ))
  const table = screen.getByRole('table', { name: 'Punkte' })
  expect(within(table).getByRole('row', { name: 'C noch nicht geprüft' })).toBeTruthy()
  expect(within(table).getByRole('row', { name: 'D 0' })).toBeTruthy()
  expect(container.querySelectorAll('circle')).toHaveLength(4)
  expect(container.querySelectorAll('.chart-open')).toHaveLength(1)
  expect(container.querySelector('.chart-edge')?.getAttribute('d')).not.toContain('Z')
  expect([...container.querySelectorAll('svg text')].map((text) => text.textContent)).toContain('Cnoch nicht geprüft')
})

test('everything drawn is SVG, links of the map included', () => {
  const { container } = render(() => (
    <DistrictMap title="Karte" description="Zwei Stadtteile." districts={[{ id: 'a', name: 'Mitte', lat: 51.5, lon: 7.2, radius: 500, href: '/mitte', note: '3 Einträge' }, { id: 'b', name: 'Nord', lat: 51.52, lon: 7.2, radius: 400 }]} />
  ))
  const drawn = [...container.querySelectorAll('svg *')]
  expect(drawn.length).toBeGreaterThan(6)
  expect(drawn.filter((element) => element.namespaceURI !== svgSpace)).toEqual([])
  expect(screen.getByRole('link', { name: 'Mitte, 3 Einträge' }).getAttribute('href')).toBe('/mitte')
  expect(screen.getByRole('img', { name: 'Nord' })).toBeTruthy()
})

test('a bar says its value and target as text, and never runs out of its track', () => {
  const { container } = render(() => <BarRow label="Verkaufen" value={130} max={100} valueText="130" target={{ at: 50, label: 'Ziel 50' }} />)
  expect(container.querySelector('.bar-value')?.textContent).toBe('130 Ziel 50')
  expect(container.querySelector('.bar-fill')?.getAttribute('width')).toBe('100.00%')
})

test('a bar without a value is an empty outline, not a bar of zero', () => {
  const { container } = render(() => <BarRow label="Verkaufen" value={null} max={100} valueText="noch nicht geprüft" marks={[{ at: 50 }]} />)
  expect(container.querySelector('.bar-value')?.textContent).toBe('noch nicht geprüft')
  expect(container.querySelectorAll('.bar-none')).toHaveLength(1)
  expect(container.querySelectorAll('.bar-fill, .bar-gap')).toHaveLength(0)
})

test('differences carry their sign', () => {
  expect([signed(1.2, plainNumber), signed(-0.4, plainNumber), signed(0.04, plainNumber)]).toEqual(['+1,2', '−0,4', '±0'])
})

test('before and after are a table whose rows say both figures', () => {
  render(() => <DifferenceBars caption="Stufen" max={4} headings={{ label: 'Feld', before: 'vorher', after: 'nachher', difference: 'Unterschied' }} rows={[{ label: 'Verkaufen', before: 0.8, after: 2 }]} />)
  expect(screen.getByRole('row', { name: /Verkaufen vorher 0,8 → nachher 2 \+1,2/ })).toBeTruthy()
})

test('without a value before there is no difference, and no bar', () => {
  const { container } = render(() => (
    <DifferenceBars caption="Stufen" max={4} headings={{ label: 'Feld', before: 'vorher', after: 'nachher', difference: 'Unterschied' }} rows={[{ label: 'Verkaufen', before: null, after: 0 }]} missing="nicht geprüft" />
  ))
  expect(screen.getByRole('row', { name: /Verkaufen vorher nicht geprüft → nachher 0 –/ })).toBeTruthy()
  expect(container.querySelectorAll('td rect')).toHaveLength(1)
})
