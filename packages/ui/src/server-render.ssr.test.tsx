import { renderToString } from 'solid-js/web'
import { expect, test } from 'vitest'
import { Checkbox } from './checkbox.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ChartsPage } from './gallery/charts-page.tsx'
import { FormsPage } from './gallery/forms-page.tsx'
import { OverviewPage } from './gallery/overview-page.tsx'
import { PartsPage } from './gallery/parts-page.tsx'
import { QuestionPage } from './gallery/question-page.tsx'
import { SitePage } from './gallery/site-page.tsx'
import { WorkPage } from './gallery/work-page.tsx'
import { RadioCards } from './radio-cards.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextInput } from './text-input.tsx'

const pages = { ChartsPage, FormsPage, OverviewPage, PartsPage, QuestionPage, SitePage, WorkPage }

test.each(Object.entries(pages))('%s renders to plain HTML without style, script or hydration marks', (_, Page) => {
  const html = renderToString(() => <Page />)
  expect(html).toContain('<main')
  expect(html).not.toMatch(/\sstyle=|<script|<style|data-hk|\son\w+=|undefined|\[object|NaN/)
})

test.each(Object.entries(pages))('%s gives every id once and every reference a target', (_, Page) => {
  const html = renderToString(() => <Page />)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
  const references = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby)="([^"]+)"/g)].flatMap((match) => match[1]?.split(' ') ?? [])
  expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted())
  expect(references.filter((reference) => !ids.includes(reference))).toEqual([])
})

test('entered values stand in the HTML, escaped', () => {
  const html = renderToString(() => (
    <>
      <TextInput label="Name" name="name" value={'"><b>'} />
      <TextArea label="Text" name="text" value="a < b & c" />
      <Select label="Wahl" name="wahl" value="b" options={[{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }]} />
      <Checkbox label="Ja" name="ok" checked />
      <RadioCards legend="Frage" name="q" value="1" options={[{ value: '0', label: 'Nein' }, { value: '1', label: 'Ja' }]} />
    </>
  ))
  expect(html).not.toContain('"><b>')
  expect(html).toMatch(/<textarea[^>]*>a &lt; b &amp; c<\/textarea>/)
  expect(html).toMatch(/<option value="b" selected/)
  expect(html).toMatch(/<input[^>]*type="checkbox"[^>]*>/)
  expect(/<input[^>]*type="checkbox"[^>]*>/.exec(html)?.[0]).toContain('checked')
  expect(/<input[^>]*value="1"[^>]*>/.exec(html)?.[0]).toContain('checked')
  expect(/<input[^>]*value="0"[^>]*>/.exec(html)?.[0]).not.toContain('checked')
})

test('an error summary without errors and a closed dialog show nothing', () => {
  expect(renderToString(() => <ErrorSummary title="Fehler" errors={[]} />)).toBe('')
  const html = renderToString(() => <Dialog open={false} onClose={() => undefined} title="Titel" closeLabel="Zu">Inhalt</Dialog>)
  expect(html).not.toMatch(/<dialog[^>]*\sopen/)
})
