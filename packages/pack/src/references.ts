import type { PathPart } from './fault.ts'
import type { FrameworkBase } from './framework-base.ts'
import { suggestion } from './nearest.ts'

/** Says that an entry points to something that is not there, or is doubled; `target` is the id it speaks of. */
export type RefuseEntry = (entry: object, path: readonly PathPart[], message: string, target: string) => void

/** Checks that ids are unique and that every reference inside the framework meets something. */
export const checkReferences = (base: FrameworkBase, refuse: RefuseEntry): void => {
  const items = base.check.fields.flatMap(field => field.items)
  const modules = [...base.modules.merchant, ...base.modules.guide]
  const known = {
    field: idsOf(base.check.fields),
    item: idsOf(items),
    measure: idsOf(base.measures),
    module: idsOf(modules),
    document: idsOf(base.documents),
  }
  for (const list of [base.check.fields, items, base.measures, base.webChecks, modules, base.modules.paths, base.process.phases, base.documents, base.indicators, base.categories]) {
    refuseDoubles<{ id: string }>(list, refuse)
  }
  const ensure = (entry: object, path: readonly PathPart[], kind: keyof typeof known, id: string) => {
    if (!known[kind].includes(id)) refuse(entry, path, `${names[kind]} „${id}“ gibt es nicht. ${suggestion(id, known[kind])}`, id)
  }
  for (const item of items) ensure(item, ['measure'], 'measure', item.measure)
  for (const measure of base.measures) measure.modules?.forEach((id, index) => ensure(measure, ['modules', index], 'module', id))
  for (const check of base.webChecks) ensure(check, ['item'], 'item', check.item)
  for (const module of base.modules.merchant) ensure(module, ['field'], 'field', module.field)
  for (const path of base.modules.paths) path.modules.forEach((id, index) => ensure(path, ['modules', index], 'module', id))
  for (const phase of base.process.phases) phase.documents.forEach((id, index) => ensure(phase, ['documents', index], 'document', id))
  for (const check of base.webChecks) {
    if (!isOrdered(check.validFrom, check.validUntil)) refuse(check, ['validUntil'], 'Das Ende liegt vor dem Beginn. Bitte prüfen Sie „validFrom“ und „validUntil“.', check.id)
  }
}

const names = { field: 'Das Handlungsfeld', item: 'Die Frage', measure: 'Die Maßnahme', module: 'Das Modul', document: 'Das Dokument' } as const

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

/** Refuses every entry whose id an earlier one has. */
export const refuseDoubles = <T extends { id: string }>(list: readonly T[], refuse: RefuseEntry): void => {
  const seen = new Set<string>()
  for (const entry of list) {
    if (seen.has(entry.id)) refuse(entry, ['id'], `Die Kennung „${entry.id}“ gibt es doppelt. Bitte vergeben Sie eine andere.`, entry.id)
    seen.add(entry.id)
  }
}

/** True unless both days are given and the first lies after the second. */
export const isOrdered = (from: string | undefined, to: string | undefined): boolean => from === undefined || to === undefined || from <= to
