import { existsSync } from 'node:fs'
import fastify from 'fastify'
import { chromium } from 'playwright-core'
import { readEnv } from '../../env.ts'
import { headersPlugin } from '../../plugins/headers.ts'
import type { Services } from '../../services.ts'
import type { BuiltPages } from '../pages-build.fixture.ts'
import { readPublicBuild } from '../public-files.ts'

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Opens each page in Chromium and tells of those in which something ran, asked, or was kept from it by the policy. Without a build the pages have no policy. */
export const listAlarms = async (pages: readonly string[], build: BuiltPages | null): Promise<string[]> => {
  const executablePath = places.find(place => place && existsSync(place))
  if (!executablePath) throw new Error('No Chromium here: install one, or name its path in CHROMIUM.')
  const app = fastify()
  if (build) {
    await app.register(headersPlugin, { services: { env: readEnv({}) } as Services })
    for (const { address, type, body } of (await readPublicBuild(build.pagesFolder)).files) app.get(address, (_request, reply) => reply.type(type).send(body))
  }
  app.get('/seite/:number', (request, reply) => reply.type('text/html; charset=utf-8').send(pages[Number((request.params as { number: string }).number)]))
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const alarmed = new Map<number, string>()
  try {
    const tab = await browser.newPage()
    let current = 0
    const alarm = (what: string) => void alarmed.set(current, `${what} in ${JSON.stringify(pages[current]?.slice(0, 120))}`)
    tab.on('dialog', dialog => {
      alarm('a dialog')
      void dialog.dismiss().catch(() => undefined)
    })
    tab.on('pageerror', error => alarm(error.message))
    tab.on('console', message => message.text().includes('Content Security Policy') && alarm(message.text()))
    tab.on('request', request => !request.url().startsWith(origin) && alarm(`a request to ${request.url()}`))
    for (; current < pages.length; current++) await tab.goto(`${origin}/seite/${current}`, { waitUntil: 'load', timeout: 60_000 }).catch((error: Error) => alarm(error.message))
  } finally {
    await browser.close()
    await app.close()
  }
  return [...alarmed.values()]
}
