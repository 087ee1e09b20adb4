import type { Operator } from './console-port.ts'

/** What the server puts into the page, so that the first screen waits for no second answer. */
export type Boot = { operator: Operator | null }

export const readBoot = (page: Document): Boot => {
  const text = page.getElementById('boot')?.textContent
  if (!text) throw new Error('The page brings no boot data.')
  return JSON.parse(text) as Boot
}
