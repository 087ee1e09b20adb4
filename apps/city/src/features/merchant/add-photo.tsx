import { Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import { PhotoInput } from '@digitallotsen/ui/photo-input.tsx'
import type { Photo } from '@digitallotsen/ui/photo-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { createRequestKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import type { PlanChanges } from './plan-changes.ts'

/** A photo, shrunk in the browser, with words for those who cannot see it. */
export const AddPhoto: Component<{ taskId: string; changes: PlanChanges }> = props => {
  const words = useTexts('merchant').task
  const toasts = useToasts()
  const [photo, setPhoto] = createSignal<Photo>()
  const [error, setError] = createSignal<string>()
  const [round, setRound] = createSignal(0)
  const pick = (picked: Photo | undefined) => {
    setError(undefined)
    setPhoto(picked)
  }
  const request = createRequestKey()
  const add = (event: SubmitEvent): void => {
    event.preventDefault()
    const { addPhoto } = props.changes
    const picked = photo()
    if (addPhoto.isPending || !picked) return
    if (picked.alt.trim() === '') {
      setError(words.photoAltError)
      document.getElementById('field-photo-alt')?.focus()
      return
    }
    const input = { taskId: props.taskId, alt: picked.alt.trim() }
    const onSuccess = (): void => {
      request.renew()
      setPhoto(undefined)
      setRound(count => count + 1)
      toasts.show({ message: words.addedText, ...brief })
    }
    addPhoto.mutate({ ...input, file: picked.file, idempotencyKey: request.keyOf([input, picked.file.size]) }, { onSuccess })
  }
  return (
    <form class="flow" noValidate onSubmit={add}>
      <Show when={round() + 1} keyed>
        {_round => (
          <PhotoInput
            name="photo"
            label={words.photo}
            hint={words.photoHint}
            error={error()}
            onChange={pick}
            texts={{
              pick: words.photoPick,
              busy: words.photoBusy,
              remove: words.photoRemove,
              alt: words.photoAlt,
              altHint: words.photoAltHint,
              unreadable: words.photoUnreadable,
            }}
          />
        )}
      </Show>
      <Show when={props.changes.addPhoto.isError}>
        <ProblemNotice problem={problemOf(props.changes.addPhoto.error)} />
      </Show>
      <Show when={photo()}>
        <Button type="submit" busy={props.changes.addPhoto.isPending}>{words.photoSubmit}</Button>
      </Show>
    </form>
  )
}
