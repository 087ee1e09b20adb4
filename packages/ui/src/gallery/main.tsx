import '../styles/app.css'
import './gallery.css'
import type { Component } from 'solid-js'
import { Dynamic, render } from 'solid-js/web'
import { ChartsPage } from './charts-page.tsx'
import { FormsPage } from './forms-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { PartsPage } from './parts-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { SitePage } from './site-page.tsx'
import { WorkPage } from './work-page.tsx'

const pages: Record<string, Component> = {
  uebersicht: OverviewPage,
  teile: PartsPage,
  formulare: FormsPage,
  diagramme: ChartsPage,
  frage: QuestionPage,
  arbeit: WorkPage,
  seite: SitePage,
}

const name = new URLSearchParams(location.search).get('page') ?? 'uebersicht'
render(() => <Dynamic component={pages[name] ?? OverviewPage} />, document.body)
