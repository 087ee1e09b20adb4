import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as lanes from '../lanes.ts'

/** A planted fault: the line that holds a promise, and what stands there without it. */
interface Fault {
  readonly file: string
  readonly line: string
  readonly without: string
}

const FAULTS = {
  'lanes without the lease check': {
    file: 'lease.ts',
    line: `if (this.lane.death || this.lane.lease !== this) return Promise.reject(refusal(this.lane.death))`,
    without: '',
  },
  'lanes without the look at the tag of COMMIT': {
    file: 'lanes.ts',
    line: `if (answer.command !== 'COMMIT') throw`,
    without: `if (answer.command === 'NEVER') throw`,
  },
  'lanes without the look at the first answer': {
    file: 'lane-opening.ts',
    line: `if (!isBegun || !isOurSession || !isOurTenant) throw`,
    without: `if (!isBegun && !isOurSession && !isOurTenant) throw`,
  },
} as const satisfies Record<string, Fault>

/** The lease check has a second line before it, the scope's; both must be gone to see what they hold. */
const SCOPE_CHECK = {
  file: 'lease.ts',
  line: `if (!this.#open) return Promise.reject(refusal(this.lease.lane.death))`,
  without: '',
}

export type MutantName = keyof typeof FAULTS

const SOURCE = fileURLToPath(new URL('..', import.meta.url))

/**
 * Loads the lanes with one planted fault, to see that a proof notices. The fault is planted in a copy of the source, so that
 * no switch for it exists in the product; refuses when the line it replaces is no longer there exactly once.
 */
export async function loadMutant(name: MutantName): Promise<typeof lanes> {
  const folder = join(SOURCE, '..', 'dist', 'mutants', `${name.replaceAll(' ', '-')}-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  for (const file of readdirSync(SOURCE).filter(isLaneSource)) cpSync(join(SOURCE, file), join(folder, file))
  try {
    plant(folder, FAULTS[name])
    if (name === 'lanes without the lease check') plant(folder, SCOPE_CHECK)
    return await import(/* @vite-ignore */ pathToFileURL(join(folder, 'lanes.ts')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function plant(folder: string, { file, line, without }: Fault): void {
  const path = join(folder, file)
  const parts = readFileSync(path, 'utf8').split(line)
  if (parts.length !== 2) throw new Error(`the line to replace stands ${parts.length - 1} times in ${file}: ${line}`)
  writeFileSync(path, parts.join(without))
}

function isLaneSource(file: string): boolean {
  return /^(?:lane|lease|statement-guard|tenant-reading|written-)/.test(file) && file.endsWith('.ts') && !file.endsWith('.test.ts')
}
