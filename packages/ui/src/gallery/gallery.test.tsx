import { render } from '@solidjs/testing-library'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { ChartsPage } from './charts-page.tsx'
import { FormsPage } from './forms-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { PartsPage } from './parts-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { SitePage } from './site-page.tsx'
import { WorkPage } from './work-page.tsx'

const pages = { ChartsPage, FormsPage, OverviewPage, PartsPage, QuestionPage, SitePage, WorkPage }

/** Colours and sizes need a real browser: shoot.ts looks at those. */
test.each(Object.entries(pages))('%s has no accessibility violation in its structure', async (_, Page) => {
  document.documentElement.lang = 'de'
  document.title = 'Bausteine'
  render(() => <Page />)
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } } })
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([])
})
