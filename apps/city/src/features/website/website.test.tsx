import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import axe from 'axe-core'
import type { JSX } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { audit, findings, report, score } from '@digitallotsen/domain/website/website-audit.fixture.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { core } from '../../locales/de/core.ts'
import { website } from '../../locales/de/website.ts'
import { AddressForm } from './address-form.tsx'
import { AuditFailureView } from './audit-failure.tsx'
import { AuditProgressView } from './audit-progress.tsx'
import { FindingsSection } from './findings-section.tsx'
import { FirstSteps } from './first-steps.tsx'
import { FoldedChecks } from './folded-checks.tsx'
import { AreaScores, ScoreVerdict } from './score-summary.tsx'

const show = (view: () => JSX.Element) => render(() => <TextsContext.Provider value={{ core, website }}>{view()}</TextsContext.Provider>)
const text = () => document.body.textContent ?? ''

/** jsdom has no layout, and so neither colours nor anything to scroll. */
Element.prototype.scrollIntoView = () => undefined
const listViolations = async () =>
  (await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } } })).violations.map(({ id }) => id)

afterEach(cleanup)

const refused = (code: string, details = {}) => Object.assign(new Error(code), { data: { code, details } })
const form = (error: unknown = null, onSubmit = vi.fn()) => {
  show(() => <AddressForm address="" label="Website prüfen" busy={false} error={error} tooOften="Zu oft" onSubmit={onSubmit} />)
  return onSubmit
}

test('an address is handed in as typed, without the blanks around it', () => {
  const onSubmit = form()
  fireEvent.input(screen.getByLabelText(website.form.address), { target: { value: '  blumen-muster.de ' } })
  fireEvent.submit(screen.getByLabelText(website.form.address).closest('form') ?? document.body)
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith('blumen-muster.de')
})

test('without an address nothing is handed in, and the summary leads to the field', () => {
  const onSubmit = form()
  screen.getByRole('button', { name: 'Website prüfen' }).click()
  expect(onSubmit).not.toHaveBeenCalled()
  within(screen.getByRole('alert')).getByRole('link', { name: website.form.missing }).click()
  expect(document.activeElement).toBe(screen.getByLabelText(website.form.address))
})

test('an address that the server refuses is said at the field, and a limit tells when to come back', () => {
  form(refused('website.address_malformed'))
  expect(screen.getByLabelText(website.form.address).getAttribute('aria-invalid')).toBe('true')
  expect(text()).toContain(website.form.malformed)
  cleanup()
  form(refused('rate.limited', { retryAfterSeconds: 3 * 3600 }))
  expect(text()).toContain('Zu oft')
  expect(text()).toContain('in etwa 3 Stunden')
})

test('progress says in words what is done, which page it is, and what is left', async () => {
  show(() => <AuditProgressView progress={{ step: 'pages', done: 2, of: 6 }} leave={website.progress.leave} />)
  expect(text()).toContain('Wir lesen die Seiten. Seite 3 von 6')
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('21')
  expect(screen.getByRole('status').textContent).toBe(website.progress.steps.pages)
  expect(await listViolations()).toEqual([])
  cleanup()
  show(() => <AuditProgressView progress={null} leave="" />)
  expect(text()).toContain(website.progress.waiting)
})

test('each failure has its own next steps beside the reason', () => {
  show(() => <AuditFailureView failure={{ code: 'encryption', text: 'Die verschlüsselte Verbindung ist gescheitert.' }} />)
  expect(text()).toContain('Die verschlüsselte Verbindung ist gescheitert.')
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(website.failed.steps.encryption)
})

test('points are said in words, and an area that was not judged has none', async () => {
  show(() => <><ScoreVerdict score={score} findings={findings} /><AreaScores score={score} /></>)
  expect(text()).toContain('3 Punkte fallen auf, einer ist in Ordnung. Ein Punkt ist dringend.')
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
  expect(rows[0]).toContain('0 · schwach')
  expect(rows[1]).toContain(website.report.unchecked)
  expect(rows[2]).toContain('53 · mittel')
  expect(rows[3]).toContain('100 · gut')
  expect(await listViolations()).toEqual([])
})

test('a finding says how bad, how sure, where, what to do and whom to ask', async () => {
  show(() => <FindingsSection findings={findings} score={score} planOf={({ checkId }) => `Plan zu ${checkId}`} />)
  const first = screen.getByText('Kein Hinweis auf die abgeschaltete EU-OS-Plattform').closest('li') as HTMLElement
  for (const said of ['dringend', 'gemessen', 'neu', 'R-04 · nicht erfüllt', 'Der Link führt zur abgeschalteten OS-Plattform.', 'Entfernen Sie Hinweis und Link.', website.finding.asks.R, 'Plan zu R-04', 'footer > a']) {
    expect(first.textContent).toContain(said)
  }
  expect(within(first).getAllByText('Der Link führt zur abgeschalteten OS-Plattform.')).toHaveLength(1)
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Recht', 'Auffindbarkeit', 'Sicherheit'])
  expect(await listViolations()).toEqual([])
})

test('what a foreign site says stays text: no element of it, no link but to the web, and none that tells where one comes from', () => {
  show(() => <FindingsSection findings={findings} score={score} />)
  expect(document.querySelector('img')).toBeNull()
  expect(text()).toContain('<img src=x onerror=alert(1)>')
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
  expect(links.length).toBeGreaterThan(2)
  for (const { href, rel } of links) {
    expect(href).toMatch(/^https:/)
    expect(rel.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer', 'nofollow']))
  }
})

test('many places are folded behind the first four', () => {
  show(() => <FindingsSection findings={findings} score={score} />)
  const titles = screen.getByText('Aussagekräftiger Seitentitel mit Ort').closest('li') as HTMLElement
  expect(titles.textContent).toContain('2 weitere Stellen')
})

test('the way from the first steps unfolds the finding', async () => {
  show(() => <><FirstSteps findings={findings} /><FindingsSection findings={findings} score={score} /></>)
  const details = document.querySelector<HTMLDetailsElement>('#befund-F-01 details')
  expect(details?.open).toBe(false)
  screen.getByRole('link', { name: `${website.report.toFinding}: Aussagekräftiger Seitentitel mit Ort` }).click()
  await Promise.resolve()
  expect(details?.open).toBe(true)
})

test('what is in order, what was not checked and why, and the pages read are folded away', async () => {
  show(() => <FoldedChecks report={report()} />)
  const summaries = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent)
  expect(summaries).toEqual(['Ein Punkt ist in Ordnung', 'Ein Punkt wurde nicht geprüft', 'Ein Punkt trifft auf Sie nicht zu', 'Diese 3 Seiten haben wir gelesen'])
  for (const said of ['Bisher liegt keine Angabe vor.', 'Kein Online-Verkauf erkannt.', 'Antwort 404', 'Gelesen wurde nur der Anfang.']) expect(text()).toContain(said)
  expect(await listViolations()).toEqual([])
})

test('a website without a fault is told so', () => {
  show(() => <FirstSteps findings={(audit().report?.findings ?? []).filter(({ verdict }) => verdict !== 'fail')} />)
  expect(text()).toContain(website.report.firstNone)
})
