import type { Component } from 'solid-js'
import type { ListingPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { photoPath } from '../platform-addresses.ts'

/** A photo of a business; those further down are fetched when they come near. */
export const Photo: Component<{ photo: ListingPhoto; first?: boolean; lang: string | undefined }> = props => (
  <img
    src={photoPath(props.photo.fileId)}
    alt={props.photo.alt}
    lang={props.lang}
    width={props.photo.width ?? undefined}
    height={props.photo.height ?? undefined}
    loading={props.first ? undefined : 'lazy'}
    fetchpriority={props.first ? 'high' : undefined}
    decoding="async"
  />
)
