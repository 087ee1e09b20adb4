import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'

const files = { regular: '400Regular/SourceSans3_400Regular.ttf', bold: '600SemiBold/SourceSans3_600SemiBold.ttf' } as const
export type FontName = keyof typeof files

const require = createRequire(import.meta.url)
const read = (name: FontName): Buffer => readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${files[name]}`))

let loaded: { data: Record<FontName, Buffer>; known: ReadonlySet<number> } | undefined

/** The two weights, read once: Latin, Greek and Cyrillic, under the SIL Open Font Licence. */
export const getFonts = () => {
  if (loaded) return loaded
  const data = { regular: read('regular'), bold: read('bold') }
  loaded = { data, known: new Set(create(data.regular).characterSet) }
  return loaded
}

const replacement = '□'
/** Line ends are kept; all else that controls and shows nothing goes, marks that turn the reading direction too. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** The text in signs that the font has, since a sign without a shape has no place in a tagged document; a lone surrogate is none. */
export const printable = (text: string): string => {
  const { known } = getFonts()
  const signs = [...text.replaceAll('\r\n', '\n').replace(unseen, '').normalize('NFC')]
  return signs.map(sign => (sign === '\n' || known.has(sign.codePointAt(0) ?? 0) ? sign : replacement)).join('')
}
