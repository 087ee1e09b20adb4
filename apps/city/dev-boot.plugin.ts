import { get } from 'node:http'
import type { Plugin } from 'vite'

const block = '<script type="application/json" id="boot">'

const readPage = (target: string, host: string, path: string, cookie: string): Promise<string> =>
  new Promise((done, fail) => {
    get(new URL(path, target), { headers: { host, cookie } }, response => {
      const parts: Buffer[] = []
      response.on('data', part => parts.push(part)).on('end', () => done(Buffer.concat(parts).toString()))
    }).on('error', fail)
  })

/** `vite dev` only: the page takes its boot data from the shell that the running server gives for the same address. */
export const devBoot = (target: string, host: string): Plugin => {
  let cookie = ''
  return {
    name: 'dev-boot',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        cookie = request.headers.cookie ?? ''
        next()
      })
    },
    async transformIndexHtml(html, { originalUrl = '/check' }) {
      const shell = await readPage(target, host, originalUrl, cookie)
      const start = shell.indexOf(block) + block.length
      return html.replace(block, () => block + shell.slice(start, shell.indexOf('</script>', start)))
    },
  }
}
