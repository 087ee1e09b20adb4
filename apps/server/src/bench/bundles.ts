import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Line } from './table.ts'

const run = promisify(execFile)

type Measured = { first: { total: number }; pages: Record<string, number>; parts: Record<string, number>; css: { first: number; page: number } }

/** By the city client's own scales, which its budgets are held by as well. */
const measure = async (root: string): Promise<Measured> => {
  const { stdout } = await run(process.execPath, [join(root, 'apps/city/measure-bundles.ts')])
  return JSON.parse(stdout) as Measured
}

const heaviest = (sizes: Record<string, number>) => Object.entries(sizes).toSorted(([, a], [, b]) => b - a)[0]

/** What the browsers of a city load, gzipped; goal is the hard limit, moonshot the wish. */
export const listBundleLines = async (root: string): Promise<Line[]> => {
  const { first, pages, parts, css } = await measure(root)
  const [name, size] = heaviest({ ...pages, ...parts }) ?? ['', 0]
  const common = { unit: 'kB', atMost: true }
  return [
    { what: 'Einstieg, erste Seite und Wörterbuch', value: first.total / 1000, goal: 60, moonshot: 45, ...common },
    { what: 'größter Nachlader', value: size / 1000, goal: 15, moonshot: 8, ...common, note: name },
    { what: 'CSS der ersten Seite', value: css.first / 1000, goal: 10, moonshot: 6, ...common },
    { what: 'CSS der Seite mit dem meisten', value: (css.first + css.page) / 1000, goal: 10, ...common },
  ]
}
