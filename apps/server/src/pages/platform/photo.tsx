import type { Component } from 'solid-js'
import type { ListingPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { photoPath, smallPhotoPath, smallPhotoWidth } from '../platform-addresses.ts'

type PhotoProps = {
  photo: ListingPhoto
  first?: boolean
  /** The width it is shown at, as `sizes` says it; in a list the small one is always enough. */
  sizes?: string
  lang: string | undefined
}

const sourcesOf = ({ fileId, width }: ListingPhoto): string | undefined =>
  width !== null && width > smallPhotoWidth ? `${smallPhotoPath(fileId)} ${smallPhotoWidth}w, ${photoPath(fileId)} ${width}w` : undefined

/** A photo of a business; those further down are fetched when they come near. */
export const Photo: Component<PhotoProps> = props => {
  const sources = () => (props.sizes === undefined ? undefined : sourcesOf(props.photo))
  return (
    <img
      src={props.sizes === undefined ? smallPhotoPath(props.photo.fileId) : photoPath(props.photo.fileId)}
      srcset={sources()}
      sizes={sources() && props.sizes}
      alt={props.photo.alt}
      lang={props.lang}
      width={props.photo.width ?? undefined}
      height={props.photo.height ?? undefined}
      loading={props.first ? undefined : 'lazy'}
      fetchpriority={props.first ? 'high' : undefined}
      decoding="async"
    />
  )
}
