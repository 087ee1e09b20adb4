import { expect, test } from 'vitest'
import type { WebsiteAnswers } from '@digitallotsen/domain/website/website-answers.schemas.ts'
import { finding, findings, place, report, score } from '@digitallotsen/domain/website/website-audit.fixture.ts'
import { answersOf, fieldsOf, isCount } from './answers-form.ts'
import { isInBrowser, percentDone } from './audit-state.rules.ts'
import { concernOf, groupByArea, groupPlaces, levelOf, safeHref, shortAddress, shownPoints } from './findings.rules.ts'

test('an audit is never at its end before it is there, and never goes back', () => {
  const way = [
    null,
    { step: 'start', done: 0, of: 1 },
    ...[0, 3, 6].map(done => ({ step: 'pages' as const, done, of: 6 })),
    { step: 'site', done: 0, of: 0 },
    { step: 'site', done: 1, of: 2 },
    ...[0, 50].map(done => ({ step: 'links' as const, done, of: 50 })),
    { step: 'judging', done: 1, of: 1 },
  ] as const
  const percents = way.map(percentDone)
  expect(percents[0]).toBe(0)
  expect(percents.toSorted((a, b) => a - b)).toEqual(percents)
  expect(percents.at(-1)).toBeLessThan(100)
})

test('the browser has a step of its own only where there is one', () => {
  expect(isInBrowser({ step: 'site', done: 1, of: 2 })).toBe(true)
  for (const other of [{ step: 'site', done: 0, of: 2 }, { step: 'site', done: 0, of: 1 }, { step: 'pages', done: 1, of: 2 }] as const) expect(isInBrowser(other)).toBe(false)
})

test('only web addresses are led to', () => {
  expect(safeHref('https://laden.example/a')).toBe('https://laden.example/a')
  for (const other of ['javascript:alert(1)', 'data:text/html,x', 'ftp://laden.example/', 'laden.example', '/impressum', '']) expect(safeHref(other)).toBeUndefined()
})

test('an address is written as people write it', () => {
  expect(shortAddress('https://www.laden.example/')).toBe('laden.example')
  expect(shortAddress('https://laden.example/kontakt?a=1')).toBe('laden.example/kontakt?a=1')
  expect(shortAddress('laden.localhost:4556')).toBe('laden.localhost:4556')
  expect(shortAddress('kein weg')).toBe('kein weg')
})

test('points have a word, and only a flawless website has a hundred', () => {
  expect([0, 49.9, 50, 79.9, 80, 100].map(levelOf)).toEqual(['weak', 'weak', 'fair', 'fair', 'good', 'good'])
  expect([61.4, 99.7, 100, 0.4].map(shownPoints)).toEqual([61, 99, 100, 0])
})

test('what failed stands by area in the order of the framework, and an area without failures does not stand there', () => {
  expect(groupByArea(findings, score).map(({ area }) => area)).toEqual(['Recht', 'Auffindbarkeit', 'Sicherheit'])
  expect(groupByArea([finding('X-1', { verdict: 'fail', area: 'Neues' })], score)).toMatchObject([{ area: 'Neues' }])
})

test('a finding finds the measure that it belongs to', () => {
  const { concerns } = report()
  expect(concernOf(concerns, 'F-01')?.measureId).toBe('M-2.2')
  expect(concernOf(concerns, 'S-01')).toBeUndefined()
})

test('places that say the same are told once', () => {
  const groups = groupPlaces([place('Das fehlt.', { page: 'a' }), place('Jenes fehlt.'), place('Das fehlt.', { page: 'b' })])
  expect(groups.map(({ text, places }) => [text, places.length])).toEqual([['Das fehlt.', 2], ['Jenes fehlt.', 1]])
})

test('answers go into the form and come back as they were', () => {
  const told: WebsiteAnswers = { sellsOnline: true, booksOnline: false, employees: 12, aboveTwoMillion: null, accessibilityStatement: 'exemption_noted', orderButton: 'Jetzt kaufen' }
  const untold: WebsiteAnswers = { sellsOnline: null, booksOnline: null, employees: null, aboveTwoMillion: null, accessibilityStatement: null, orderButton: null }
  expect(answersOf(fieldsOf(told))).toEqual(told)
  expect(answersOf(fieldsOf(untold))).toEqual(untold)
  expect(answersOf({ ...fieldsOf(told), sellsOnline: 'no' }).orderButton).toBeNull()
})

test('a number of people is a whole one, or left open', () => {
  for (const good of ['', ' ', '0', '4', '100000']) expect(isCount(good)).toBe(true)
  for (const bad of ['vier', '-1', '2,5', '1000000', '100001']) expect(isCount(bad)).toBe(false)
})
