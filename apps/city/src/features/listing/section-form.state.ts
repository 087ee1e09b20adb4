import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import type { Accessor } from 'solid-js'
import type { ListingContent } from '@digitallotsen/domain/listing/listing.schemas.ts'
import type { FieldProblem } from '@digitallotsen/ui/error-summary.tsx'
import type { SaveStateName } from '@digitallotsen/ui/save-state.tsx'
import { useApp } from '../../app/app-context.ts'
import type { Issue } from '../../lib/problem.ts'
import { readJson, writeJson } from '../../lib/storage.ts'
import { useListing, useMerchantId } from './listing-context.ts'
import { loadCheck } from './load-check.ts'
import { pick } from './record-edits.rules.ts'
import type { Part, Patch } from './record-edits.rules.ts'
import { sectionIds } from './sections.ts'
import type { SectionId } from './sections.ts'

/** How a section's fields and the record follow from each other. */
export type SectionSpec<Raw extends object> = {
  section: SectionId
  read(content: ListingContent): Raw
  write(raw: Raw, content: ListingContent): Patch
  /** The name of the field that an issue is about. */
  fieldOf(path: string, raw: Raw): string
  messageOf(field: string): string
  /** What the schema cannot know. */
  also?(patch: Patch): Issue[]
}

export type SectionForm<Raw extends object = object> = {
  raw: Accessor<Raw>
  set(changes: Partial<Raw>): void
  errorOf(field: string): string | undefined
  /** For the summary on top; set by `check` alone. */
  problems: Accessor<readonly FieldProblem[]>
  saveState: Accessor<SaveStateName>
  /** A control has lost the focus: what is wrong there is now said. */
  left(controlId: string): void
  check(): Promise<boolean>
}

/** What is typed in a section and could not be saved, as long as this tab is open. */
export const typedKey = (merchantId: string, section: SectionId): string => `dl:listing:${merchantId}:typed:${section}`

/** Times that are judged together: what is wrong between two of them may stand at either. */
const groupOf = (controlId: string): string => controlId.replace(/(-\d+)?-(from|to)$/, '')

const partOf = (path: string): Part => path.split('.')[0] as Part

/** What stands in the fields is kept as typed, and what of it is right is saved at once, part by part. */
export const createSectionForm = <Raw extends object>(spec: SectionSpec<Raw>): SectionForm<Raw> => {
  const { tab } = useApp()
  const session = useListing()
  const key = typedKey(useMerchantId(), spec.section)
  let looking = 0
  const [typed, setTyped] = createSignal<Raw | undefined>(readJson<Raw>(tab, key))
  const [wrong, setWrong] = createSignal<readonly FieldProblem[]>([])
  const [shown, setShown] = createSignal<readonly FieldProblem[]>([])
  const [problems, setProblems] = createSignal<readonly FieldProblem[]>([])
  const raw = createMemo(() => typed() ?? spec.read(session.content()))
  const ownParts = () => Object.keys(spec.write(raw(), session.content())) as Part[]

  const forget = (): void => {
    setTyped(undefined)
    setWrong([])
    setShown([])
    tab.removeItem(key)
  }
  const look = async (): Promise<Patch> => {
    looking++
    const listIssues = await loadCheck().finally(() => looking--)
    const now = raw()
    const patch = spec.write(now, session.content())
    const issues = [...listIssues({ ...session.content(), ...patch }).filter(({ path }) => partOf(path) in patch), ...(spec.also?.(patch) ?? [])]
    const fields = [...new Set(issues.map(({ path }) => spec.fieldOf(path, now)))]
    setWrong(fields.map(field => ({ field, message: spec.messageOf(field) })))
    setShown(list => list.filter(({ field }) => fields.includes(field)))
    // Once nothing is wrong any more the summary goes; while something is, it stays as it was, or it would take the focus.
    if (fields.length === 0) setProblems([])
    const bad = issues.map(({ path }) => partOf(path))
    return pick(patch, (Object.keys(patch) as Part[]).filter(part => !bad.includes(part)))
  }
  const save = async (): Promise<void> => session.edit(await look())

  createEffect(
    on(
      session.arrived,
      parts => {
        if (parts.some(part => ownParts().includes(part))) forget()
      },
      { defer: true },
    ),
  )
  onMount(() => {
    // Only what could not be saved is worth keeping across a reload: the rest is in the record, or on its way there.
    if (typed()) void look().then(() => (wrong().length === 0 ? forget() : setShown(wrong())))
  })
  onCleanup(() => {
    if (wrong().length === 0 && looking === 0) tab.removeItem(key)
  })

  return {
    raw,
    problems,
    set: changes => {
      const next = { ...raw(), ...changes }
      setTyped(() => next)
      writeJson(tab, key, next)
      void save()
    },
    errorOf: field => shown().find(problem => problem.field === field)?.message,
    saveState: () => (shown().length > 0 ? 'failed' : wrong().length > 0 ? 'idle' : session.saveState()),
    left: controlId => {
      if (!typed()) return
      const isGroupLeft = groupOf(document.activeElement?.id ?? '') !== groupOf(controlId)
      const isMeant = ({ field }: FieldProblem) => `field-${field}` === controlId || (isGroupLeft && groupOf(`field-${field}`) === groupOf(controlId))
      void look().then(() => setShown(list => [...list, ...wrong().filter(problem => isMeant(problem) && !list.includes(problem))]))
      void session.flush()
    },
    check: async () => {
      if (typed()) await save()
      else await look()
      setShown(wrong())
      setProblems([...wrong()])
      return wrong().length === 0
    },
  }
}

/** Parts in which something was typed that could not be saved; asked once, when a page opens. */
export const useUnsavedSections = (): Accessor<readonly SectionId[]> => {
  const { tab } = useApp()
  const merchantId = useMerchantId()
  const [unsaved] = createSignal(sectionIds.filter(id => tab.getItem(typedKey(merchantId, id)) !== null))
  return unsaved
}
