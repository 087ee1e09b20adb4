import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { transform } from 'lightningcss'
import { defineConfig } from 'vite'
import type { Plugin, Rolldown } from 'vite'
import solid from 'vite-plugin-solid'

const shortHash = (...parts: string[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').replaceAll(/[-_]/g, '').slice(0, 10)
}

const isCss = (output: Rolldown.OutputAsset | Rolldown.OutputChunk): output is Rolldown.OutputAsset => output.type === 'asset' && output.fileName.endsWith('.css')
const textOf = (source: string | Uint8Array) => (typeof source === 'string' ? source : Buffer.from(source).toString())
const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Whether the pages can ever write this class: as a word, or begun by a word that a value completes (`map-area-` and a number). */
const isWritten = (code: string, name: string) => {
  if (new RegExp(`(?<![\\w-])${quoted(name)}(?![\\w-])`).test(code)) return true
  return [...name.matchAll(/-/g)].some(({ index }) => new RegExp(`(?<![\\w-])${quoted(name.slice(0, index + 1))}(?=\\$\\{|['"\`])`).test(code))
}

const withoutUnused = (css: string, code: string) => {
  const classes = [...new Set([...css.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name ?? ''))]
  const unusedSymbols = classes.filter(name => !isWritten(code, name))
  return transform({ filename: 'public.css', code: Buffer.from(css), minify: true, unusedSymbols }).code.toString()
}

/** One sheet of what the pages really use, named by its content, and a manifest that says under which addresses the files are served. */
const publicFiles = (): Plugin => ({
  name: 'public-files',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const outputs = Object.values(bundle)
      const code = outputs.flatMap(output => (output.type === 'chunk' ? [output.code] : [])).join('\n')
      const sheets = outputs.filter(isCss)
      const css = withoutUnused(sheets.map(sheet => textOf(sheet.source)).join('\n'), code)
      for (const sheet of sheets) delete bundle[sheet.fileName]
      const fileName = `assets/public-${shortHash(css)}.css`
      const others = outputs.filter(output => output.type === 'asset' && !isCss(output) && output.fileName.startsWith('assets/')).map(output => output.fileName)
      const manifest = { file: `/${fileName}`, files: [fileName, ...others], build: shortHash(code, css) }
      this.emitFile({ type: 'asset', fileName, source: css })
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
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'pages.js' } },
  },
})
