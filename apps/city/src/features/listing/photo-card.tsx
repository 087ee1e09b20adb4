import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import type { DraftPhoto } from '@digitallotsen/domain/listing/listing.schemas.ts'
import { Badge } from '@digitallotsen/ui/badge.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { TextInput } from '@digitallotsen/ui/text-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useTexts } from '../../lib/texts.tsx'
import type { Photos } from './photos.state.ts'

const longest = 120

/** One photo with its words, its place in the order, and the way out, which can be taken back. */
export const PhotoCard: Component<{ photo: DraftPhoto; index: number; photos: Photos }> = props => {
  const texts = useTexts()
  const words = useTexts('listing').photos
  const toasts = useToasts()
  const [error, setError] = createSignal<string>()
  const describe = (typed: string): void => {
    const alt = typed.trim()
    setError(alt === '' ? words.altError : undefined)
    if (alt !== '' && alt !== props.photo.alt) void props.photos.describe(props.photo.id, alt)
  }
  const remove = (): void => {
    const { photos } = props
    const { id } = props.photo
    photos.remove(id)
    toasts.show({ message: words.removed, undo: { label: texts.common.undo, onUndo: () => photos.bringBack(id) }, onGone: () => void photos.empty() })
  }
  const isLast = () => props.index === props.photos.list().length - 1
  const move = (by: -1 | 1) => !props.photos.isBusy() && void props.photos.move(props.photo.id, by)
  return (
    <li class="photo-card">
      <img src={`/files/${props.photo.fileId}`} alt={props.photo.alt} width={props.photo.width ?? undefined} height={props.photo.height ?? undefined} loading="lazy" />
      <div class="flow">
        <Show when={props.index === 0}><p><Badge tone="accent">{words.cover}</Badge></p></Show>
        <TextInput name={`alt-${props.photo.id}`} maxLength={longest} label={words.altOf(props.index + 1)} error={error()} value={props.photo.alt} onChange={event => describe(event.currentTarget.value)} />
        <div class="row">
          <Show when={props.index > 0}><Button variant="quiet" icon="arrow-up" aria-label={words.upNamed(props.index + 1)} onClick={() => move(-1)}>{words.up}</Button></Show>
          <Show when={!isLast()}><Button variant="quiet" icon="arrow-down" aria-label={words.downNamed(props.index + 1)} onClick={() => move(1)}>{words.down}</Button></Show>
          <Button variant="quiet" icon="trash" aria-label={words.removeNamed(props.index + 1)} onClick={remove}>{words.remove}</Button>
        </div>
      </div>
    </li>
  )
}
