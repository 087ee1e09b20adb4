import { For, Show } from 'solid-js'
import type { Component, JSX } from 'solid-js'
import type { PublicListing } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { DataTable } from '@digitallotsen/ui/data-table.tsx'
import type { Column } from '@digitallotsen/ui/data-table.tsx'
import { DefinitionList } from '@digitallotsen/ui/definition-list.tsx'
import { Details } from '@digitallotsen/ui/details.tsx'
import { useApp } from '../../app/app-context.ts'
import { moderation as words } from '../../locales/de/moderation.ts'
import { entryFields, linesOf } from './entry-lines.ts'
import type { EntryField } from './entry-lines.ts'
import type { EntryView } from './moderation.queries.ts'
import './moderation.css'

type Version = EntryView['live']
/** A photo of a live page is public, one that waits is shown to those who may see the business. */
type Source = '/bilder' | '/files'

const Photos: Component<{ photos: PublicListing['photos']; from: Source }> = props => (
  <span class="entry-photos">
    <For each={props.photos}>
      {photo => (
        <span>
          <img src={`${props.from}/${photo.fileId}`} alt={photo.alt} width={photo.width ?? undefined} height={photo.height ?? undefined} loading="lazy" />
          <span class="small muted">{photo.alt}</span>
        </span>
      )}
    </For>
  </span>
)

type PartProps = { field: EntryField; version: PublicListing; trades: EntryView['trades']; from: Source; /** What it does not say yet is marked. */ before?: PublicListing | undefined }

const Part: Component<PartProps> = props => {
  const { districts } = useApp().city
  const read = (version: PublicListing) => (props.field === 'photos' ? [] : linesOf(props.field, version, { trades: props.trades, districts }))
  const lines = () => read(props.version)
  const isNew = (line: string) => props.before !== undefined && !read(props.before).includes(line)
  const photos = () => (props.field === 'photos' ? props.version.photos : [])
  return (
    <Show when={lines().length > 0 || photos().length > 0} fallback={<span class="muted">{words.empty}</span>}>
      <span class="entry-lines keep-lines"><For each={lines()}>{line => <span><Show when={isNew(line)} fallback={line}><mark>{line}</mark></Show></span>}</For></span>
      <Show when={photos().length > 0}><Photos photos={photos()} from={props.from} /></Show>
    </Show>
  )
}

type SideBySideProps = { fields: readonly EntryField[]; waiting: PublicListing; live: PublicListing; trades: EntryView['trades'] }

const SideBySide: Component<SideBySideProps> = props => {
  const cell = (version: PublicListing, from: Source, before?: PublicListing) => (field: EntryField): JSX.Element => <Part field={field} version={version} before={before} trades={props.trades} from={from} />
  const columns = (): readonly Column<EntryField>[] => [
    { key: 'field', title: words.columns.field, heading: true, cell: field => <>{words.fields[field]} <Badge tone="warning">{words.changed}</Badge></> },
    { key: 'waiting', title: words.columns.waiting, cell: cell(props.waiting, '/files', props.live) },
    { key: 'live', title: words.columns.live, cell: cell(props.live, '/bilder') },
  ]
  return <div class="compare"><DataTable caption={words.compareTitle} captionHidden columns={columns()} rows={props.fields} /></div>
}

const Whole: Component<{ fields: readonly EntryField[]; version: PublicListing; trades: EntryView['trades']; from: Source }> = props => (
  <DefinitionList items={props.fields.map(field => ({ term: words.fields[field], description: <Part field={field} version={props.version} trades={props.trades} from={props.from} /> }))} />
)

/** Beside each other what differs, in one list what is new as a whole or has stayed as it was. */
export const Comparison: Component<{ waiting: Version; live: Version; changed: readonly string[]; trades: EntryView['trades'] }> = props => {
  const changed = () => entryFields.filter(field => props.changed.includes(field))
  const same = () => entryFields.filter(field => !props.changed.includes(field))
  const both = () => (props.waiting && props.live ? { waiting: props.waiting, live: props.live } : undefined)
  const one = () => props.waiting ?? props.live
  return (
    <Show
      when={both()}
      fallback={
        <Show when={one()}>
          {version => (
            <section class="flow">
              <h2>{words.wholeTitle}</h2>
              <Whole fields={entryFields} version={version()} trades={props.trades} from={props.waiting ? '/files' : '/bilder'} />
            </section>
          )}
        </Show>
      }
    >
      {pair => (
        <section class="flow">
          <h2>{words.compareTitle}</h2>
          <Show when={changed().length > 0} fallback={<p>{words.sameText}</p>}>
            <SideBySide fields={changed()} waiting={pair().waiting} live={pair().live} trades={props.trades} />
          </Show>
          <Details summary={words.unchanged(same().length)}>
            <Whole fields={same()} version={pair().live} trades={props.trades} from="/bilder" />
          </Details>
        </section>
      )}
    </Show>
  )
}
