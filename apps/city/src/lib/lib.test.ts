import { expect, test } from 'vitest'
import { findKey } from '../features/check/address-key.ts'
import { safeReturn } from '../features/sign-in/way-home.ts'
import { dayInBerlin, formatDay, formatInstant, formatShortDay, formatShortInstant } from './dates.ts'
import { createForm } from './forms.ts'
import { createRequestKey, newKey } from './new-key.ts'
import { isPassing, problemOf } from './problem.ts'
import { isOurPage, letServerPagesLoad } from './server-pages.ts'
import { openShelf } from './storage.ts'

test('a day is written out, in Berlin’s time', () => {
  expect(formatDay('2027-02-03', 'de')).toBe('Mi., 3. Februar 2027')
  expect(formatDay('2027-02-03T23:30:00.000Z', 'de')).toBe('Do., 4. Februar 2027')
  expect(formatInstant('2027-07-05T12:00:00.000Z', 'de')).toBe('Mo., 5. Juli 2027, 14:00 Uhr')
  expect(formatShortDay('2027-02-03T23:30:00.000Z', 'de')).toBe('4. Feb. 2027')
  expect(formatShortInstant('2027-02-03T23:30:00.000Z', 'de')).toBe('4. Feb. 2027, 00:30')
  expect(dayInBerlin(new Date('2027-02-03T23:30:00.000Z'))).toBe('2027-02-04')
})

test('a key is a random UUID also where the browser gives none on plain HTTP', () => {
  const keys = new Set(Array.from({ length: 200 }, newKey))
  expect(keys.size).toBe(200)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('the same input is the same intent, until it succeeds or changes', () => {
  const request = createRequestKey()
  const first = request.keyOf({ body: 'a' })
  expect(request.keyOf({ body: 'a' })).toBe(first)
  const second = request.keyOf({ body: 'b' })
  expect(second).not.toBe(first)
  request.renew()
  expect(request.keyOf({ body: 'b' })).not.toBe(second)
})

test('a refusal keeps its code and its fields, everything else counts as unreached', () => {
  expect(problemOf({ data: { code: 'code.wrong', issues: [{ path: 'code', message: 'x' }] } })).toMatchObject({ code: 'code.wrong', unreached: false, issues: [{ path: 'code' }] })
  expect(problemOf({ data: { code: 'constructor' } })).toMatchObject({ code: 'server.unavailable', unreached: true })
  expect(problemOf(new TypeError('Failed to fetch')).unreached).toBe(true)
  expect(isPassing(problemOf({ data: { code: 'lane.busy' } }))).toBe(true)
  expect(isPassing(problemOf({ data: { code: 'assessment.key_wrong' } }))).toBe(false)
})

test('after signing in nobody is led to a foreign address', () => {
  expect(safeReturn('/mein-betrieb/1/plan?aufgabe=2')).toBe('/mein-betrieb/1/plan?aufgabe=2')
  for (const foreign of ['https://boese.example', '//boese.example', '/\\boese.example', 'javascript:alert(1)', '/trpc', '', undefined]) expect(safeReturn(foreign)).toBeUndefined()
})

test('a key in the address is taken for one only where it looks like one', () => {
  expect(findKey(`#k=${'a'.repeat(43)}`)).toBe('a'.repeat(43))
  for (const other of ['', '#k=', '#k=short', '#main', `#k=${'a'.repeat(42)}<`]) expect(findKey(other)).toBeUndefined()
})

test('public pages and files are the server’s', () => {
  for (const ours of ['/check', '/website-check', '/en/website-check/abc', '/en/check/1', '/anmelden/link', '/buero', '/konto']) expect(isOurPage(ours)).toBe(true)
  for (const theirs of ['/', '/en', '/impressum', '/pdf/plan/1', '/checkliste', '/files/1']) expect(isOurPage(theirs)).toBe(false)
})

test('a link that leaves the client keeps what else is said of it', () => {
  const page = document.implementation.createHTMLDocument()
  letServerPagesLoad(page)
  page.body.innerHTML = '<a href="https://laden.example/" rel="noopener noreferrer nofollow">Laden</a><a href="http://musterstadt.localhost/check">Check</a>'
  for (const link of page.querySelectorAll('a')) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }))
  expect([...page.querySelectorAll('a')].map(({ rel }) => rel)).toEqual(['noopener noreferrer nofollow external', ''])
})

test('a form shows what is wrong, keeps what was typed, and forgets a message once its field changes', () => {
  const form = createForm({ name: '', mail: 'x' }, { name: value => (value ? undefined : 'Name fehlt'), mail: value => (value.includes('@') ? undefined : 'Mail fehlt') })
  expect(form.check()).toBe(false)
  expect(form.problems()).toEqual([{ field: 'name', message: 'Name fehlt' }, { field: 'mail', message: 'Mail fehlt' }])
  form.set('name', 'Blumen')
  expect(form.errorOf('name')).toBeUndefined()
  expect(form.errorOf('mail')).toBe('Mail fehlt')
  expect(form.problems()).toHaveLength(2)
  form.set('mail', 'a@b')
  expect(form.check()).toBe(true)
  form.refuse([{ path: 'business.name', message: 'x' }, { path: 'elsewhere', message: 'y' }], ({ message }) => message)
  expect(form.problems()).toEqual([{ field: 'name', message: 'x' }, { field: '#main', message: 'y' }])
})

test('a browser that blocks its storage gets one that lasts as long as the page', () => {
  const shelf = openShelf(() => { throw new DOMException('blocked', 'SecurityError') })
  shelf.setItem('a', '1')
  expect(shelf.getItem('a')).toBe('1')
  expect(shelf.keys()).toEqual(['a'])
})
