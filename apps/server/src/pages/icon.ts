import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** The sign in the browser's tab: a place that has been found, in the city's colours. */
export const renderIcon = ({ theme }: ResolvedPack): string =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  `<rect width="32" height="32" rx="7" fill="${theme.light.action}"/>` +
  `<path d="M16 28c-6-8-9-11-9-15.5a9 9 0 0 1 18 0C25 17 22 20 16 28z" fill="${theme.light['text-on-action']}"/>` +
  `<path d="M12 12.5l3 3 5-6" fill="none" stroke="${theme.light.action}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`
