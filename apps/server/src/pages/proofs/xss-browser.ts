import { existsSync } from 'node:fs'
import fastify from 'fastify'
import { chromium } from 'playwright-core'
import { readEnv } from '../../env.ts'
import { headersPlugin } from '../../plugins/headers.ts'
import type { Services } from '../../services.ts'
import type { BuiltPages } from '../pages-build.fixture.ts'
import { readPublicBuild } from '../public-files.ts'

const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** Opens each page in Chromium and counts those in which something ran, asked, or was kept from it by the policy. Without a build the pages have no policy. */
export const countAlarms = async (pages: readonly string[], build: BuiltPages | null): Promise<number> => {
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
  const alarmed = new Set<number>()
  try {
    const tab = await browser.newPage()
    let current = 0
    const alarm = () => void alarmed.add(current)
    tab.on('dialog', dialog => {
      alarm()
      void dialog.dismiss().catch(() => undefined)
    })
    tab.on('pageerror', alarm)
    tab.on('console', message => message.text().includes('Content Security Policy') && alarm())
    tab.on('request', request => !request.url().startsWith(origin) && alarm())
    for (; current < pages.length; current++) await tab.goto(`${origin}/seite/${current}`, { waitUntil: 'load', timeout: 10_000 }).catch(alarm)
  } finally {
    await browser.close()
    await app.close()
  }
  return alarmed.size
}
