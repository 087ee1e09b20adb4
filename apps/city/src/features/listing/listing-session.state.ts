import { createMemo, createSignal } from 'solid-js'
import type { Accessor } from 'solid-js'
import { listGaps } from '@digitallotsen/domain/listing/listing.rules.ts'
import type { ListingContent, ListingDraft, ListingGap } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { SaveStateName } from '@digitallotsen/ui/save-state.tsx'
import { isPassing, problemOf } from '../../lib/problem.ts'
import type { Problem } from '../../lib/problem.ts'
import type { Shelf } from '../../lib/storage.ts'
import { readAside, readEdits, writeAside, writeEdits } from './edit-store.ts'
import { createOneAtATime } from './one-at-a-time.ts'
import { addEdits, afterSaving, clashingParts, differing, editedParts, meet, partsMetBy, pick, rebase, withEdits, without } from './record-edits.rules.ts'
import type { Edits, Part, Patch } from './record-edits.rules.ts'

/** The server as the session sees it. */
export type ListingPort = {
  get(): Promise<ListingDraft>
  save(draftVersion: number, content: ListingContent): Promise<ListingDraft>
}

/** Thrown where something else has to wait, since not everything typed is saved. */
export class NotSavedYet extends Error {}

export type ListingSession = {
  /** As the server last said it. */
  held: Accessor<ListingDraft>
  /** As this device shows it: with what is not saved yet. */
  content: Accessor<ListingContent>
  gaps: Accessor<ListingGap[]>
  saveState: Accessor<SaveStateName>
  refusal: Accessor<Problem | undefined>
  /** Parts that somebody has changed elsewhere meanwhile, to something else than what was typed here. */
  clashes: Accessor<Part[]>
  /** What was typed here and laid aside for the other version. */
  aside: Accessor<Patch>
  /** The parts that came from elsewhere last, so that a form shows them. */
  arrived: Accessor<readonly Part[]>
  edit(patch: Patch): void
  /** Sends now; true once nothing is left to send. */
  flush(): Promise<boolean>
  receive(draft: ListingDraft): void
  reread(): Promise<void>
  keepMine(): void
  takeTheirs(): void
  bringBack(): void
  forgetAside(): void
  /** Something else than typing: waits until all is saved, acts on the version that stands then, and takes in the answer. */
  act(work: (draftVersion: number) => Promise<ListingDraft>, again?: boolean): Promise<ListingDraft>
  stop(): void
}

const together = 400
const firstWait = 1000
const longestWait = 30_000
const mostRounds = 6

type Phase = 'resting' | 'sending' | 'waiting' | 'refused'
type Settings = { merchantId: string; initial: ListingDraft; shelf: Shelf; port: ListingPort; onDraft?: (draft: ListingDraft) => void }

const isConflict = (error: unknown): boolean => problemOf(error).code === 'listing.conflict'

export const createListingSession = ({ merchantId, initial, shelf, port, onDraft }: Settings): ListingSession => {
  const [held, setHeld] = createSignal(initial)
  const [edits, setEditsSignal] = createSignal<Edits>(meet(readEdits(shelf, merchantId), initial.content))
  const [aside, setAsideSignal] = createSignal<Patch>(readAside(shelf, merchantId))
  const [arrived, setArrived] = createSignal<readonly Part[]>([], { equals: false })
  const [phase, setPhase] = createSignal<Phase>('resting')
  const [refusal, setRefusal] = createSignal<Problem>()
  const [touched, setTouched] = createSignal(false)
  const content = createMemo(() => withEdits(held().content, edits()))
  const clashes = createMemo(() => clashingParts(edits(), held().content))
  const sendable = () => without(edits(), clashes())
  const inTurn = createOneAtATime()
  /** Saves whose answer has not come. */
  let sent: Patch[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  const setEdits = (next: Edits): void => {
    writeEdits(shelf, merchantId, edits(), next)
    setEditsSignal(next)
  }
  const setAside = (patch: Patch): void => {
    writeAside(shelf, merchantId, patch)
    setAsideSignal(patch)
  }
  const hold = (draft: ListingDraft): void => {
    setHeld(draft)
    onDraft?.(draft)
  }
  const later = (ms: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), ms)
  }

  /** A record from elsewhere; one's own save whose answer was lost on the way is known by what was sent. */
  const receive = (draft: ListingDraft): void => {
    if (draft.draftVersion < held().draftVersion) return
    const shown = content()
    const ownParts = sent.flatMap(patch => partsMetBy(patch, draft.content))
    hold(draft)
    setEdits(meet(rebase(edits(), draft.content, ownParts), draft.content))
    const changed = differing(shown, content())
    if (changed.length > 0) setArrived(changed)
  }
  const fail = (error: unknown): false => {
    const problem = problemOf(error)
    failures += 1
    if (isPassing(problem)) {
      setPhase('waiting')
      later(problem.retryAfter === undefined ? Math.min(longestWait, firstWait * 2 ** (failures - 1)) : problem.retryAfter * 1000)
    } else {
      setRefusal(problem)
      setPhase('refused')
    }
    return false
  }
  const send = async (): Promise<void> => {
    const { mine } = sendable()
    const before = held()
    sent = [...sent, mine]
    const draft = await port.save(before.draftVersion, { ...before.content, ...mine })
    sent = []
    hold(draft)
    setEdits(afterSaving(edits(), mine, draft.content))
  }
  const isOpen = (evenUnchanged: boolean): boolean => editedParts(sendable()).length > 0 || (evenUnchanged && held().draftVersion === 0)
  const drain = async (evenUnchanged: boolean): Promise<boolean> => {
    clearTimeout(timer)
    try {
      for (let round = 0; isOpen(evenUnchanged); round++) {
        setPhase('sending')
        try {
          await send()
        } catch (error) {
          if (!isConflict(error) || round >= mostRounds) throw error
          receive(await port.get())
        }
      }
    } catch (error) {
      return fail(error)
    }
    failures = 0
    setRefusal(undefined)
    setPhase('resting')
    return clashes().length === 0
  }
  const flush = (): Promise<boolean> => inTurn(() => drain(false))

  const saveState = (): SaveStateName => {
    if (phase() === 'refused' || clashes().length > 0) return 'failed'
    if (phase() === 'waiting') return 'offline'
    if (phase() === 'sending' || editedParts(edits()).length > 0) return 'saving'
    return touched() ? 'saved' : 'idle'
  }
  const edit = (patch: Patch): void => {
    setTouched(true)
    setEdits(addEdits(edits(), held().content, patch))
    if (phase() !== 'waiting') later(together)
  }
  const announce = (act: () => void): void => {
    const shown = content()
    act()
    setArrived(differing(shown, content()))
  }
  const act = (work: (draftVersion: number) => Promise<ListingDraft>, again = false): Promise<ListingDraft> =>
    inTurn(async () => {
      if (!(await drain(true))) throw new NotSavedYet()
      const attempt = () => work(held().draftVersion)
      const draft = await attempt().catch(async error => {
        if (!isConflict(error)) throw error
        receive(await port.get())
        if (!again || clashes().length > 0) throw error
        return attempt()
      })
      receive(draft)
      setTouched(true)
      return draft
    })

  if (editedParts(edits()).length > 0) later(0)

  return {
    held,
    content,
    gaps: createMemo(() => listGaps(content())),
    saveState,
    refusal,
    clashes,
    aside,
    arrived,
    edit,
    flush,
    receive,
    reread: async () => receive(await port.get()),
    keepMine: () => {
      setEdits(rebase(edits(), held().content, clashes()))
      void flush()
    },
    takeTheirs: () =>
      announce(() => {
        const parts = clashes()
        setAside({ ...aside(), ...pick(edits().mine, parts) })
        setEdits(without(edits(), parts))
      }),
    bringBack: () =>
      announce(() => {
        const mine = aside()
        setAside({})
        edit(mine)
      }),
    forgetAside: () => setAside({}),
    act,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      if (editedParts(sendable()).length > 0) void flush()
    },
  }
}
