import { For, Show, createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { Button } from '@digitallotsen/ui/button.tsx'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import { PhotoInput } from '@digitallotsen/ui/photo-input.tsx'
import type { Photo } from '@digitallotsen/ui/photo-input.tsx'
import { useToasts } from '@digitallotsen/ui/toast-region.tsx'
import { useApp } from '../../app/app-context.ts'
import { createRequestKey } from '../../lib/new-key.ts'
import { ProblemNotice } from '../../lib/problem-notice.tsx'
import { problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import { useTexts } from '../../lib/texts.tsx'
import { brief } from '../../lib/toasts.ts'
import { useListing, useMerchantId, usePhotos } from './listing-context.ts'
import { sendListingPhoto } from './listing-photo.ts'
import { PhotoCard } from './photo-card.tsx'
import { SectionFrame } from './section-frame.tsx'
import './photos.css'

const most = 12

/** A new photo, which waits for its words before it is sent. */
const createNewPhoto = () => {
  const words = useTexts('listing').photos
  const { api } = useApp()
  const session = useListing()
  const merchantId = useMerchantId()
  const toasts = useToasts()
  const request = createRequestKey()
  const [photo, setPhoto] = createSignal<Photo>()
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const [problem, setProblem] = createSignal<Problem>()
  const [isBusy, setBusy] = createSignal(false)
  const [round, setRound] = createSignal(1)

  const send = async ({ file, alt }: Photo): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const input = { merchantId, alt: alt.trim() }
      await session.act(async () => {
        await sendListingPhoto({ ...input, file, idempotencyKey: request.keyOf([input, file.size]) })
        return api.listing.get.query({ merchantId })
      })
      request.renew()
      setPhoto(undefined)
      setRound(count => count + 1)
      toasts.show({ message: words.added, ...brief })
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    photo,
    problems,
    problem,
    isBusy,
    round,
    pick: (picked: Photo | undefined) => {
      setProblems([])
      setPhoto(picked)
    },
    /** True where no photo is left to send. */
    save: async (): Promise<boolean> => {
      const picked = photo()
      if (!picked) return true
      if (isBusy()) return false
      setProblems(picked.alt.trim() === '' ? [{ field: 'photo-alt', message: words.altError }] : [])
      return problems().length === 0 && send(picked)
    },
  }
}

export const PhotosSection: Component = () => {
  const words = useTexts('listing').photos
  const session = useListing()
  const photos = usePhotos()
  const added = createNewPhoto()
  const form = {
    problems: added.problems,
    saveState: () => (added.isBusy() || photos.isBusy() ? ('saving' as const) : session.saveState()),
    left: () => undefined,
    check: async () => (await photos.empty()) && added.save(),
  }
  return (
    <SectionFrame section="fotos" form={form}>
      <Show when={photos.problem()}>{problem => <ProblemNotice problem={problem()} onRetry={() => void photos.empty()} />}</Show>
      <Show when={photos.list().length > 0}>
        <ol class="plain-list photo-list">
          <For each={photos.list()}>{(photo, index) => <PhotoCard photo={photo} index={index()} photos={photos} />}</For>
        </ol>
      </Show>
      <Show when={photos.list().length < most} fallback={<p>{words.full(most)}</p>}>
        {/* Enter in the words of a photo must not lead on to the next section. */}
        <div class="flow" onKeyDown={event => event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'text' && event.preventDefault()}>
          <Show when={added.round()} keyed>
            {_round => <PhotoInput name="photo" label={words.label} hint={words.hint} error={added.problems()[0]?.message} onChange={added.pick} texts={words.input} />}
          </Show>
          <Show when={added.problem()}>{problem => <ProblemNotice problem={problem()} />}</Show>
          <Show when={added.photo()}><Button busy={added.isBusy()} onClick={() => void added.save()}>{words.save}</Button></Show>
        </div>
      </Show>
    </SectionFrame>
  )
}
