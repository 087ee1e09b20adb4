import robotsModule from 'robots-parser'
import type { TextAnswer } from './site.types.ts'

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined
  getSitemaps(): string[]
}

/** The package describes itself as an ES module but is a CommonJS one: its default import is the function itself, whatever the compiler thinks. */
const robotsParser = robotsModule as unknown as (url: string, text: string) => Rules

/** Whether robots.txt lets an agent fetch addresses. No file, or one that did not answer 200, allows everything. */
export const robotsPermission = (robots: TextAnswer | undefined, agent: string): ((url: string) => boolean) => {
  if (!robots || robots.status !== 200 || !robots.body) return () => true
  const rules = robotsParser(robots.url, robots.body.slice(0, 500_000))
  return url => rules.isAllowed(url, agent) !== false
}

/** Addresses of sitemaps that robots.txt names. */
export const listNamedSitemaps = (robots: TextAnswer | undefined): string[] =>
  robots?.status === 200 && robots.body ? robotsParser(robots.url, robots.body.slice(0, 500_000)).getSitemaps() : []
