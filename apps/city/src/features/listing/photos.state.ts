import { createMemo, createSignal } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { DraftPhoto, ListingDraft } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { Problem } from '../../lib/problem.ts'
import { problemOf } from '../../lib/problem.ts'
import type { ListingSession } from './listing-session.state.ts'

export type PhotoLine = { id: string; alt: string }
export type ArrangePort = (draftVersion: number, photos: PhotoLine[]) => Promise<ListingDraft>

export type Photos = {
  /** Without those that are on their way out. */
  list: Accessor<DraftPhoto[]>
  problem: Accessor<Problem | undefined>
  isBusy: Accessor<boolean>
  move(id: string, by: -1 | 1): Promise<void>
  describe(id: string, alt: string): Promise<void>
  /** Takes a photo out of sight; gone for good only with `empty`, so that it can be brought back until then. */
  remove(id: string): void
  bringBack(id: string): void
  /** True once nothing is on its way out any more. */
  empty(): Promise<boolean>
}

const moved = (photos: readonly DraftPhoto[], id: string, by: -1 | 1): DraftPhoto[] => {
  const from = photos.findIndex(photo => photo.id === id)
  const to = from + by
  const [one, other] = [photos[from], photos[to]]
  return one && other ? photos.with(from, other).with(to, one) : [...photos]
}

/** Order, words and removal of the photos; each change is sent at once, with the version that stands then. */
export const createPhotos = (session: ListingSession, arrange: ArrangePort): Photos => {
  const [leaving, setLeaving] = createSignal<readonly string[]>([])
  const [problem, setProblem] = createSignal<Problem>()
  const [isBusy, setBusy] = createSignal(false)
  const list = createMemo(() => session.held().photos.filter(({ id }) => !leaving().includes(id)))

  const send = async (change: (photos: readonly DraftPhoto[]) => readonly DraftPhoto[]): Promise<boolean> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await session.act(version => arrange(version, change(session.held().photos).map(({ id, alt }) => ({ id, alt }))), true)
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    list,
    problem,
    isBusy,
    move: async (id, by) => void (await send(photos => moved(photos, id, by))),
    describe: async (id, alt) => void (await send(photos => photos.map(photo => (photo.id === id ? { ...photo, alt } : photo)))),
    remove: id => setLeaving([...leaving(), id]),
    bringBack: id => setLeaving(leaving().filter(other => other !== id)),
    empty: async () => {
      const gone = leaving()
      if (gone.length === 0) return true
      const isDone = await send(photos => photos.filter(({ id }) => !gone.includes(id)))
      setLeaving(leaving().filter(id => !gone.includes(id)))
      return isDone
    },
  }
}
