import type { OverlayFile } from './city.schemas.ts'
import type { PathPart } from './fault.ts'
import type { FrameworkBase } from './framework-base.ts'
import { suggestion } from './nearest.ts'
import type { Origins } from './origins.ts'
import type { ReadFile } from './reader.ts'

interface Changes<T> {
  off: readonly string[]
  replace: Readonly<Record<string, Partial<T>>>
  add: readonly T[]
}

/** The framework with a city's changes: entries left out, single keys replaced, new entries at the end, all by stable id.
 *  A module that is left out also leaves measures and paths, a question takes its website checks along.
 *  An id that does not exist, or an addition whose id is taken, is refused at its line in overlay.yaml. */
export const applyOverlay = (base: FrameworkBase, overlay: ReadFile<OverlayFile> | undefined, origins: Origins): FrameworkBase => {
  if (!overlay) return base
  const { check, measures, modules, webChecks, indicators, categories } = overlay.value
  const apply = <T extends { id: string }>(list: T[], changes: Changes<T> | undefined, path: PathPart[]) =>
    changes ? applyChanges(list, changes, path, overlay, origins) : list
  return withoutOff(overlay.value, {
    ...base,
    check: applyToItems(base.check, check?.items, overlay, origins),
    measures: apply(base.measures, measures, ['measures']),
    webChecks: apply(base.webChecks, webChecks, ['webChecks']),
    indicators: apply(base.indicators, indicators, ['indicators']),
    categories: apply(base.categories, categories, ['categories']),
    modules: {
      ...base.modules,
      merchant: apply(base.modules.merchant, modules?.merchant, ['modules', 'merchant']),
      guide: apply(base.modules.guide, modules?.guide, ['modules', 'guide']),
    },
  })
}

const withoutOff = ({ check, modules }: OverlayFile, base: FrameworkBase): FrameworkBase => {
  const modulesOff = [...(modules?.merchant?.off ?? []), ...(modules?.guide?.off ?? [])]
  const itemsOff = check?.items?.off ?? []
  const withoutModules = <T extends { modules?: string[] | undefined }>(entry: T): T =>
    entry.modules?.some(id => modulesOff.includes(id)) ? { ...entry, modules: entry.modules.filter(id => !modulesOff.includes(id)) } : entry
  return {
    ...base,
    measures: base.measures.map(withoutModules),
    webChecks: base.webChecks.filter(({ item }) => !itemsOff.includes(item)),
    modules: { ...base.modules, paths: base.modules.paths.map(withoutModules).filter(path => path.modules.length > 0) },
  }
}

const applyChanges = <T extends { id: string }>(list: T[], changes: Changes<T>, path: PathPart[], overlay: ReadFile<OverlayFile>, origins: Origins): T[] => {
  const known = list.map(({ id }) => id)
  const ensureKnown = (id: string, at: PathPart[]) => {
    if (!known.includes(id)) overlay.refuse(at, `„${id}“ gibt es im Handlungsrahmen nicht. ${suggestion(id, known)}`)
  }
  changes.off.forEach((id, index) => ensureKnown(id, [...path, 'off', index]))
  Object.keys(changes.replace).forEach(id => ensureKnown(id, [...path, 'replace', id]))
  changes.add.forEach((entry, index) => {
    if (known.includes(entry.id)) overlay.refuse([...path, 'add', index, 'id'], `„${entry.id}“ gibt es schon im Handlungsrahmen. Zum Ändern nehmen Sie „replace“.`)
  })
  origins.noteAll(changes.add, overlay.refuse, [...path, 'add'])
  const kept = list.filter(({ id }) => !changes.off.includes(id)).map(entry => replaceKeys(entry, changes.replace[entry.id], [...path, 'replace', entry.id], overlay, origins))
  return [...kept, ...changes.add.filter(({ id }) => !known.includes(id))]
}

const replaceKeys = <T extends object>(entry: T, change: Partial<T> | undefined, path: PathPart[], overlay: ReadFile<OverlayFile>, origins: Origins): T => {
  if (!change) return entry
  const changed = { ...entry, ...change }
  origins.note(changed, overlay.refuse, path)
  return changed
}

type ItemChanges = NonNullable<NonNullable<OverlayFile['check']>['items']>

const applyToItems = (check: FrameworkBase['check'], changes: ItemChanges | undefined, overlay: ReadFile<OverlayFile>, origins: Origins): FrameworkBase['check'] => {
  if (!changes) return check
  const path = ['check', 'items']
  const known = check.fields.map(({ id }) => id)
  const fieldOf = new Map(check.fields.flatMap(field => field.items.map(({ id }) => [id, field.id])))
  changes.add.forEach(({ field, item }, index) => {
    if (!known.includes(field)) overlay.refuse([...path, 'add', index, 'field'], `Das Handlungsfeld „${field}“ gibt es nicht. ${suggestion(field, known)}`)
    fieldOf.set(item.id, field)
  })
  const all = check.fields.flatMap(field => field.items)
  const items = applyChanges(all, { ...changes, add: changes.add.map(({ item }) => item) }, path, overlay, origins)
  changes.add.forEach(({ item }, index) => origins.note(item, overlay.refuse, [...path, 'add', index, 'item']))
  const fields = check.fields.map(field => ({ ...field, items: items.filter(({ id }) => fieldOf.get(id) === field.id) }))
  for (const field of fields) {
    if (field.items.length === 0) overlay.refuse([...path, 'off'], `Das Handlungsfeld „${field.id}“ hätte keine Frage mehr. Bitte lassen Sie mindestens eine stehen.`)
  }
  return { ...check, fields }
}
