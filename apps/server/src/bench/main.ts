import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from '../build-web.ts'
import { openGround } from './ground.ts'
import { measurePublicPages } from './lighthouse.ts'
import { sections } from './sections.ts'
import { printTable, type Line } from './table.ts'

const root = resolve(import.meta.dirname, '../../../..')
const log = (message: string) => console.error(`  ${message}`)
const usage = `npm run bench                      alles, in einer Tabelle
npm run bench -- ${Object.keys(sections).join(' | ')}
npm run bench -- seed                nur die Daten laden
npm run bench -- lighthouse          öffentliche Seiten, Median aus fünf Läufen
Weiter: --cities 400 --businesses 500 --seed 1 --rounds 7 --seconds 1 --warm-up 20`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cities: { type: 'string', default: '400' },
    businesses: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1' },
    'warm-up': { type: 'string', default: '20' },
  },
})
const size = { seed: Number(values.seed), cities: Number(values.cities), businesses: Number(values.businesses) }
const plan = { rounds: Number(values.rounds), seconds: Number(values.seconds), warmUp: Number(values['warm-up']) }
const wanted = positionals.length > 0 ? positionals : Object.keys(sections)

const failures: string[] = []

const measureAll = async (): Promise<Line[]> => {
  const ground = await openGround(root, size, log)
  const lines: Line[] = []
  try {
    for (const name of wanted.filter(each => each !== 'seed')) {
      const section = sections[name]
      if (!section) throw new Error(usage)
      log(section.title)
      await section.measure(ground, plan).then(
        measured => lines.push(...measured),
        (error: unknown) => failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`),
      )
    }
  } finally {
    await ground.close()
  }
  return lines
}

await buildWeb(root, log)
const lines = wanted.includes('lighthouse') ? await measurePublicPages(root, log) : await measureAll()
if (lines.length > 0) {
  console.log(`\nNode ${process.versions.node}, ${cpus().length} Kerne, ${size.cities} × ${size.businesses} Betriebe, ${plan.rounds} Runden zu ${plan.seconds} s, Mediane\n`)
  console.log(printTable(lines))
}
for (const failure of failures) console.error(`  nicht gemessen: ${failure}`)
process.exit(failures.length > 0 ? 1 : 0)
