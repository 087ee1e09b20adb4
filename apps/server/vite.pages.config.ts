import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { browserslistToTargets, transform } from 'lightningcss'
import type { Selector } from 'lightningcss'
import { defineConfig, parseAst } from 'vite'
import type { Plugin } from 'vite'
import solid from 'vite-plugin-solid'

/** Phones of five years ago still get every layout. */
const targets = browserslistToTargets(['chrome 90', 'firefox 90', 'ios_saf 15', 'safari 15', 'samsung 15'])

const shortHash = (...parts: string[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 10)
}

const textOf = (source: string | Uint8Array) => (typeof source === 'string' ? source : Buffer.from(source).toString())

/** Every text in the code, whole or as the pieces between the values of a template. */
const listTexts = (code: string): string[] => {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string') found.push(node.value)
    if ('type' in node && node.type === 'TemplateElement' && 'value' in node) found.push((node.value as { cooked: string }).cooked)
    Object.values(node).forEach(visit)
  }
  visit(parseAst(code).body)
  return found
}

/** Which classes and elements the pages can write: a class as a whole word, or begun by a text that a value completes (`map-area-`); an element as markup, or named alone where attributes are spread. */
const readVocabulary = (code: string) => {
  const texts = listTexts(code)
  const words = new Set(texts.flatMap(text => text.split(/[^\w-]+/)))
  const beginnings = texts.flatMap(text => /[\w-]+-$/.exec(text)?.[0] ?? [])
  const elements = new Set(texts.flatMap(text => [...text.matchAll(/(?:<|^(?=[a-z0-9]+$))([a-z][a-z0-9]*)/g)].map(([, name]) => name)))
  return {
    hasClass: (name: string) => words.has(name) || beginnings.some(beginning => name.startsWith(beginning)),
    hasElement: (name: string) => elements.has(name),
  }
}

/** The neutral colours of the components; a public page always has its city's own. */
const isFallback = (selectors: readonly Selector[]) => JSON.stringify(selectors) === '[[{"type":"pseudo-class","kind":"where","selectors":[[{"type":"pseudo-class","kind":"root"}]]}]]'

/** The sheet without what no page can ever match. */
const withoutUnused = (css: string, code: string) => {
  const vocabulary = readVocabulary(code)
  const canMatch = (selector: Selector): boolean =>
    selector.every(part => {
      if (part.type === 'class') return vocabulary.hasClass(part.name)
      if (part.type === 'type') return vocabulary.hasElement(part.name)
      if (part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where')) return part.selectors.some(canMatch)
      return true
    })
  const visitor = {
    Rule: {
      style: ({ value: { selectors } }: { value: { selectors: Selector[] } }) => (isFallback(selectors) || !selectors.some(canMatch) ? [] : undefined),
    },
  }
  return transform({ filename: 'public.css', code: Buffer.from(css), visitor, minify: true, targets }).code.toString()
}

const platformPage = /\/pages\/(directory|business|offers?)\.page\.tsx$/

/** For which pages each sheet is; `standIn` is its address in their code, until its content has given it a name. The first is that of the manifest. */
const sheetsOfPages = [
  { name: 'public', isOf: (id: string) => !platformPage.test(id), standIn: undefined },
  { name: 'platform', isOf: (id: string) => platformPage.test(id), standIn: 'built:platform.css' },
] as const

/** Nothing but texts for people: no class is named there, though many a word is called like one. */
const wordsOnly = /[./-]words(\.[a-z]+)?\.ts$/

/** The code of these modules and of all that they load. */
const codeFrom = (roots: readonly string[], importsOf: (id: string) => readonly string[], codeOf: (id: string) => string): string => {
  const seen = new Set<string>()
  const visit = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    importsOf(id).forEach(visit)
  }
  roots.forEach(visit)
  return [...seen].map(codeOf).join('\n')
}

/** A sheet for each kind of page, of what these pages really use, named by its content; and a manifest that says under which addresses the files are served. */
const publicFiles = (): Plugin => ({
  name: 'public-files',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const outputs = Object.values(bundle)
      const chunks = outputs.flatMap(output => (output.type === 'chunk' ? [output] : []))
      const assets = outputs.filter(output => output.type === 'asset')
      const sheets = assets.filter(asset => asset.fileName.endsWith('.css'))
      const css = sheets.map(sheet => textOf(sheet.source)).join('\n')
      for (const sheet of sheets) delete bundle[sheet.fileName]

      const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? []
      const codeOf = (id: string) => (wordsOnly.test(id) ? '' : chunks.map(chunk => chunk.modules[id]?.code ?? '').join(''))
      const pages = chunks.flatMap(chunk => (chunk.facadeModuleId === null ? [] : importsOf(chunk.facadeModuleId)))
      const files = sheetsOfPages.map(({ name, isOf, standIn }) => {
        const source = withoutUnused(css, codeFrom(pages.filter(isOf), importsOf, codeOf))
        const fileName = `assets/${name}-${shortHash(source)}.css`
        if (standIn) for (const chunk of chunks) chunk.code = chunk.code.replaceAll(standIn, `/${fileName}`)
        this.emitFile({ type: 'asset', fileName, source })
        return fileName
      })
      const others = assets.filter(asset => !sheets.includes(asset)).map(asset => asset.fileName)
      const manifest = { file: `/${files[0]}`, files: [...files, ...others], build: shortHash(...chunks.map(({ code }) => code), ...files) }
      this.emitFile({ type: 'asset', fileName: 'public-css.json', source: `${JSON.stringify(manifest, undefined, 2)}\n` })
    },
  },
})

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  logLevel: 'warn',
  plugins: [solid({ ssr: true, hot: false, solid: { generate: 'ssr', hydratable: false } }), publicFiles()],
  ssr: { noExternal: true },
  build: {
    ssr: 'src/pages/entry.tsx',
    ssrEmitAssets: true,
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    target: 'node24',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    cssMinify: false,
    cssTarget: 'esnext',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'pages.js' }, checks: { pluginTimings: false } },
  },
})
