import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { TrialHost } from '../trial-hosts.ts'
import { createTurnstile } from '../turnstile.ts'
import { webLimits } from '../web-limits.ts'
import type { Browser } from './find-browser.ts'
import type { PageRenderer } from './page-renderer.ts'
import { endGroup, groupMemoryMb } from './process-group.ts'
import { dropProfile, makeProfile, sweepProfiles } from './profile-folder.ts'
import { renderAnswerSchema, type RenderTask } from './render-protocol.ts'
import { renderOrderSchema, type RenderOrder, type RenderResult } from './rendered.schemas.ts'
import { visitPace, type VisitPace } from './visit-pace.ts'

export type ChildRendererOptions = {
  browser: Browser | undefined
  trial?: readonly TrialHost[]
  pace?: VisitPace
  /** After so long everything ends, whatever the page does. */
  totalMs?: number
  /** What keeper and browser may hold together; told by Linux only. */
  memoryMb?: number
}

/** A visit takes four to eight seconds; one that waits for much gets so long. */
export const renderMs = 30_000

const entry = fileURLToPath(new URL('./render-child.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../../../../', import.meta.url))
const readable = ['apps/server', 'packages', 'node_modules']
const watchMs = 250

/** A process group of its own: whatever the browser starts is ended with it. */
const forkKeeper = (): ChildProcess =>
  fork(entry, [], {
    env: {},
    cwd: root,
    detached: true,
    execArgv: ['--max-old-space-size=192', '--permission', '--allow-child-process', ...readable.map(folder => `--allow-fs-read=${root}${folder}/*`), '--disable-warning=SecurityWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/**
 * Opens pages in a browser under a keeper of its own, one at a time: a page that eats time or memory costs its own visit. Without a browser
 * every order is answered so.
 */
export const createChildRenderer = ({ browser, trial = [], pace = visitPace, totalMs = renderMs, memoryMb = 900 }: ChildRendererOptions): PageRenderer => {
  const pass = createTurnstile(1)
  const closing = new AbortController()
  sweepProfiles()

  const work = (task: RenderTask, signal: AbortSignal): Promise<RenderResult> =>
    new Promise(settle => {
      const keeper = forkKeeper()
      const group = keeper.pid
      const finish = (result: RenderResult) => {
        clearTimeout(deadline)
        clearInterval(watching)
        signal.removeEventListener('abort', giveUp)
        if (group !== undefined) endGroup(group)
        settle(result)
      }
      const giveUp = () => finish({ ok: false, reason: 'failed' })
      const deadline = setTimeout(giveUp, totalMs)
      const watching = setInterval(() => group !== undefined && groupMemoryMb(group) > memoryMb && giveUp(), watchMs)
      signal.addEventListener('abort', giveUp, { once: true })
      keeper.once('error', giveUp)
      keeper.once('exit', giveUp)
      keeper.once('message', message => finish(renderAnswerSchema.safeParse(message).data?.result ?? { ok: false, reason: 'failed' }))
      keeper.send(task)
    })

  const render = async (found: Browser, order: RenderOrder, signal: AbortSignal): Promise<RenderResult> => {
    if (signal.aborted) return { ok: false, reason: 'failed' }
    const profile = makeProfile(found.account)
    try {
      return await work({ order, trial: [...trial], connectMs: webLimits.connectMs, browser: found, profile, pace }, signal)
    } finally {
      await dropProfile(profile).catch(() => {})
    }
  }

  return {
    async render(given, signal) {
      const order = renderOrderSchema.parse(given)
      if (!browser) return { ok: false, reason: 'no_browser' }
      const until = AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
      return pass(() => render(browser, order, until))
    },
    close: async () => closing.abort(),
  }
}
