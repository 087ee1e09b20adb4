import { causeTexts } from '../cause-texts.de.ts'
import { readCheckData } from './check-data.ts'
import { compareSite } from './judge-corpus.ts'
import { listSlugs, loadSite } from './load-site.ts'

/** `node src/corpus/explain.ts [slug …] [--all]`: verdicts beside expectations; without --all only where they differ. */
const names = process.argv.slice(2).filter(argument => !argument.startsWith('--'))
const isAll = process.argv.includes('--all')
const checks = readCheckData()

for (const slug of names.length > 0 ? names : listSlugs()) {
  console.log(`\n# ${slug}`)
  try {
    for (const { id, expected, result, missedPlaces } of compareSite(loadSite(slug), checks)) {
      const differs = expected !== result.verdict || missedPlaces.length > 0
      if (!differs && !isAll) continue
      console.log(`${differs ? '!' : ' '} ${id} expected ${expected}, is ${result.verdict}${result.reason ? ` (${result.reason})` : ''}${missedPlaces.length > 0 ? ` · not seen at ${missedPlaces.join(' ')}` : ''}`)
      for (const { cause, page, quote } of result.places.slice(0, 8)) console.log(`      ${page ? new URL(page).pathname : '–'}: ${causeTexts[cause]} [${cause}]${quote ? ` „${quote}“` : ''}`)
    }
  } catch (error) {
    console.log(`! not well-formed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
