import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { linkFrom, type PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'

export type Crumb = { path: string; label: string }

/** The way down to this page; the page itself is the last and no link. */
export const Breadcrumb: Component<{ frame: PageFrame; way: readonly Crumb[]; here: string }> = props => (
  <nav class="crumbs" aria-label={platformWordsOf(props.frame.locale).youAreHere}>
    <ol>
      <For each={props.way}>{crumb => <li><a href={linkFrom(props.frame, crumb.path)}>{crumb.label}</a></li>}</For>
      <li aria-current="page">{props.here}</li>
    </ol>
  </nav>
)

/** The same for search engines; undefined for a page that names no address of its own. */
export const breadcrumbData = (frame: PageFrame, way: readonly Crumb[], here: string): object[] => {
  if (frame.origin === null) return []
  const steps = [...way.map(({ path, label }) => ({ name: label, item: frame.origin + linkFrom(frame, path) })), { name: here }]
  return [{
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({ '@type': 'ListItem', position: index + 1, ...step })),
  }]
}
