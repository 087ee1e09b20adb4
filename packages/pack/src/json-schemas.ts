import { z } from 'zod'
import { overlayFile, packFile, placesFile, universitiesFile } from './city.schemas.ts'
import {
  categoriesFile,
  checkFile,
  checkTranslationFile,
  documentsFile,
  frameworkFile,
  indicatorsFile,
  measuresFile,
  measuresTranslationFile,
  modulesFile,
  processFile,
  webChecksFile,
} from './framework.schemas.ts'
import { matchingFile } from './matching.schemas.ts'
import { textTree } from './texts.ts'

const files = {
  pack: packFile,
  places: placesFile,
  universities: universitiesFile,
  overlay: overlayFile,
  texts: textTree,
  framework: frameworkFile,
  check: checkFile,
  measures: measuresFile,
  webchecks: webChecksFile,
  modules: modulesFile,
  process: processFile,
  matching: matchingFile,
  documents: documentsFile,
  indicators: indicatorsFile,
  categories: categoriesFile,
  'check-translation': checkTranslationFile,
  'measures-translation': measuresTranslationFile,
} satisfies Record<string, z.ZodType>

/** JSON Schema of every YAML file, by file name, for editors that help while writing. */
export const jsonSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`]))
