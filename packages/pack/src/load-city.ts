import { checkPackFile, checkPlaces, checkUniversities } from './city-checks.ts'
import { readBrand, readCityFiles, readOutlines, refuseUnknownFiles, type CityFiles } from './city-files.ts'
import { refuseStaleTranslations } from './city-translations.ts'
import { completeness, gapText } from './completeness.ts'
import type { PackFile } from './city.schemas.ts'
import { folderFaults, type Folder } from './folder.ts'
import { mainLocale, type Framework, type FrameworkBase } from './framework-base.ts'
import { contentHash } from './hash.ts'
import { refuseUnknownKeys } from './load-framework.ts'
import { createOrigins } from './origins.ts'
import { applyOverlay } from './overlay.ts'
import type { ProsePage } from './prose.schemas.ts'
import { createReader, type ReadFile, type Reader } from './reader.ts'
import { checkReferences } from './references.ts'
import { resolvePack } from './resolve-pack.ts'
import type { PackResult } from './results.ts'
import { mergeTranslations, readTranslations } from './translations.ts'

/** Loads a city from its files upon a framework; refuses with every fault found, each with file, path and line.
 *  `folderName`, where given, must be the city's slug. */
export const loadPackFolder = (folder: Folder, framework: Framework, folderName?: string): PackResult => {
  const unreadable = folderFaults(folder)
  if (unreadable.length > 0) return { ok: false, faults: unreadable }
  const reader = createReader(folder)
  const files = readCityFiles(reader)
  const base = changedFramework(reader, files, framework.base)
  const lessons = readOwnLessons(reader, folder, base, framework)
  refuseUnknownFiles(reader, folder, namedFiles(files, base))
  const { pack, places, universities, legal } = files
  const { imprint, privacy, accessibility } = legal

  if (places) checkPlaces(places)
  if (universities) checkUniversities(universities)
  if (pack) checkPackFile(pack, framework.release.version, folderName)
  if (pack) checkLanguages(pack, files, framework.base, base)
  const outlines = places ? readOutlines(places, folder) : {}
  const brand = pack ? readBrand(pack, folder) : undefined
  if (reader.faults.length > 0 || !pack || !places || !brand || !imprint || !privacy || !accessibility) return { ok: false, faults: reader.faults }

  const resolved = resolvePack({
    pack: pack.value,
    places: places.value,
    universities: universities?.value,
    texts: Object.fromEntries(Object.entries(files.texts).map(([name, file]) => [name, file.value])),
    legal: { imprint, privacy, accessibility },
    framework: framework.release,
    base,
    brand,
    outlines,
    lessons,
    checklist: reader.openPoints.map(({ line: _line, ...point }) => point),
  })
  if (!resolved.ok) return resolved
  return { ok: true, pack: resolved.value, hash: contentHash(resolved.value), checklist: reader.openPoints }
}

const changedFramework = (reader: Reader, files: CityFiles, base: FrameworkBase): FrameworkBase => {
  const { overlay } = files
  const origins = createOrigins()
  const changed = applyOverlay(base, overlay, origins)
  const own = readTranslations(reader, changed)
  if (overlay) {
    checkReferences(changed, (entry, path, message, target) => {
      const own = origins.find(entry)
      if (own) own(path, message)
      else overlay.refuse(whereOff(overlay, target), message)
    })
    refuseStaleTranslations(overlay, own, (files.pack?.value.languages ?? []).filter(name => name !== mainLocale))
  }
  return { ...changed, translations: mergeTranslations(base.translations, own) }
}

/** A question of the framework that lost its measure: the mistake is the line that left the measure out. */
const whereOff = ({ value }: NonNullable<CityFiles['overlay']>, target: string): (string | number)[] => {
  const index = value.measures?.off.indexOf(target) ?? -1
  return index < 0 ? [] : ['measures', 'off', index]
}

const checkLanguages = (pack: ReadFile<PackFile>, files: CityFiles, original: FrameworkBase, changed: FrameworkBase) => {
  for (const file of Object.values(files.texts)) refuseUnknownKeys(file, original.texts[mainLocale] ?? {})
  pack.value.languages.forEach((name, index) => {
    const gap = gapText(completeness(changed, name))
    if (gap) pack.refuse(['languages', index], `${gap} Bitte ergänzen Sie sie oder bieten Sie die Sprache noch nicht an.`)
  })
}

const lessonFile = (id: string) => `modules/${id}.md`

const moduleIds = (base: FrameworkBase) => [...base.modules.merchant, ...base.modules.guide].map(({ id }) => id)

/** Module texts of the city's own: of each module it added, and of those of the framework it words anew. */
const readOwnLessons = (reader: Reader, folder: Folder, base: FrameworkBase, framework: Framework): Record<string, ProsePage> => {
  const written = moduleIds(base).filter(id => Object.hasOwn(folder, lessonFile(id)) || !Object.hasOwn(framework.release.lessons, id))
  return Object.fromEntries(
    written.flatMap(id => {
      const page = reader.prose(lessonFile(id))
      return page ? [[id, page]] : []
    }),
  )
}

const namedFiles = ({ pack, places }: CityFiles, base: FrameworkBase): string[] => {
  const logo = pack?.value.brand.logo
  const outlines = places?.value.districts.flatMap(({ geometry }) => geometry ?? []) ?? []
  return [...(logo ? [logo.light, logo.dark] : []), ...outlines, ...moduleIds(base).map(lessonFile)]
}
