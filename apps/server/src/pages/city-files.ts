import { createHash } from 'node:crypto'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** Addresses of what a city brings itself; each changes with its content, so that a browser may keep it for good. */
export type CityFiles = { theme: string; icon: string; logo: { light: string; dark: string } | null }

export const cityFilePaths = { theme: '/theme.css', icon: '/icon.svg', logoLight: '/logo', logoDark: '/logo-dark' } as const

const known = new WeakMap<ResolvedPack, CityFiles>()

/** Short name of a content, for addresses and tags. */
export const versionOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url').slice(0, 12)

const name = ({ theme, brand }: ResolvedPack): CityFiles => {
  const { notes: _, ...colours } = theme
  const ofTheme = versionOf(JSON.stringify(colours))
  const address = (path: string, version: string) => `${path}?v=${version}`
  return {
    theme: address(cityFilePaths.theme, ofTheme),
    icon: address(cityFilePaths.icon, ofTheme),
    logo: brand.logo && {
      light: address(cityFilePaths.logoLight, versionOf(brand.logo.light.base64)),
      dark: address(cityFilePaths.logoDark, versionOf(brand.logo.dark.base64)),
    },
  }
}

export const cityFilesOf = (pack: ResolvedPack): CityFiles => {
  const found = known.get(pack) ?? name(pack)
  known.set(pack, found)
  return found
}
