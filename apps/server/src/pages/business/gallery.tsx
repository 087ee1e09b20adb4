import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { ListingPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { PageFrame } from '../page-frame.ts'
import { platformWordsOf } from '../platform-words.ts'
import { langOfTheirs } from '../platform/platform-frame.ts'
import { Photo } from '../platform/photo.tsx'

/** The photos of a business, beside the first. */
export const Gallery: Component<{ frame: PageFrame; photos: readonly ListingPhoto[] }> = props => (
  <Show when={props.photos.length > 0}>
    <ul class="gallery" aria-label={platformWordsOf(props.frame.locale).photos}>
      <For each={props.photos}>{photo => <li><Photo photo={photo} sizes="(min-width: 40em) 50vw, 100vw" lang={langOfTheirs(props.frame)} /></li>}</For>
    </ul>
  </Show>
)
