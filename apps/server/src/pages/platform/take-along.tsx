import { For } from 'solid-js'
import type { Component } from 'solid-js'
import { dataLicenceOf } from '@digitallotsen/pack/data-licence.ts'
import { calendarPath, embedGuidePath, feedPath, openDataPaths } from '../machine-addresses.ts'
import type { Feed } from '../page-head.tsx'
import type { PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'
import { findDistrictName } from './platform-labels.ts'

/** A district the city does not know has no feed of its own. */
const knownDistrict = (frame: PageFrame, district: string | null): string | null => (findDistrictName(frame, district) === undefined ? null : district)

export const directoryFeeds = (frame: PageFrame, district: string | null): Feed[] => [
  { type: 'application/rss+xml', title: platformWordsOf(frame.locale).newHere, path: feedPath('businesses', 'rss', knownDistrict(frame, district)) },
]

export const offerFeeds = (frame: PageFrame, district: string | null): Feed[] => [
  { type: 'application/rss+xml', title: platformWordsOf(frame.locale).offers, path: feedPath('offers', 'rss', knownDistrict(frame, district)) },
  { type: 'text/calendar', title: platformWordsOf(frame.locale).calendar, path: calendarPath(knownDistrict(frame, district)) },
]

type TakeAlongProps = { frame: PageFrame; district: string | null }

const Files: Component<{ files: readonly { label: string; path: string }[] }> = props => (
  <ul class="files">
    <For each={props.files}>{({ label, path }) => <li><a class="target" href={path}>{label}</a></li>}</For>
  </ul>
)

/** The list as open data, for whoever wants to build something from it. */
export const OpenData: Component<TakeAlongProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const licence = () => dataLicenceOf(props.frame.pack)
  const files = () => [
    { label: 'CSV', path: openDataPaths.csv },
    { label: 'JSON', path: openDataPaths.json },
    { label: 'GeoJSON', path: openDataPaths.geojson },
    { label: 'RSS', path: feedPath('businesses', 'rss', knownDistrict(props.frame, props.district)) },
    { label: words().embed, path: embedGuidePath },
  ]
  return (
    <div class="take-along small muted no-print">
      <p>{words().openData} <a href={licence().url}>{licence().name}</a></p>
      <Files files={files()} />
    </div>
  )
}

/** What is on, in one's own calendar or reader. */
export const Subscriptions: Component<TakeAlongProps> = props => {
  const words = () => platformWordsOf(props.frame.locale)
  const district = () => knownDistrict(props.frame, props.district)
  return (
    <div class="take-along small muted no-print">
      <p>{words().subscribe}</p>
      <Files files={[{ label: words().calendar, path: calendarPath(district()) }, { label: 'RSS', path: feedPath('offers', 'rss', district()) }]} />
    </div>
  )
}
