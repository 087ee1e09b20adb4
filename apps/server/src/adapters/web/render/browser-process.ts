import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { flagsFor, type FlagOptions } from './browser-flags.ts'
import { DevTools } from './devtools.ts'
import type { Browser } from './find-browser.ts'

export type BrowserProcess = { tools: DevTools; isSandboxed: boolean; close(): Promise<void> }

export type LaunchOptions = Omit<FlagOptions, 'isSandboxed'> & { browser: Browser; signal: AbortSignal; extraFlags?: readonly string[] }

const startMs = 15_000
const farewellMs = 2_000

const end = async (child: ChildProcess, tools: DevTools): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(done => child.once('exit', () => done()))
  tools.tell('Browser.close', {})
  await Promise.race([gone, wait(farewellMs, undefined, { ref: false })])
  child.kill('SIGKILL')
  await Promise.race([gone, wait(farewellMs, undefined, { ref: false })])
}

/** One try; the browser says its version when it lives. */
const start = async ({ browser, signal, extraFlags = [], ...flags }: LaunchOptions, isSandboxed: boolean): Promise<BrowserProcess> => {
  const { executable, account } = browser
  const child = spawn(executable, [...flagsFor({ ...flags, isSandboxed }), ...extraFlags], {
    ...account,
    cwd: flags.profile,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: flags.profile, TMPDIR: flags.profile, XDG_CONFIG_HOME: flags.profile, XDG_CACHE_HOME: flags.profile, LANG: 'C.UTF-8', TZ: 'Europe/Berlin' },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const failed = new Promise<never>((_, refuse) => child.once('error', refuse))
  failed.catch(() => {})
  const tools = new DevTools(child.stdio[3] as Writable, child.stdio[4] as Readable, signal)
  signal.addEventListener('abort', () => child.kill('SIGKILL'), { once: true })
  try {
    await Promise.race([tools.send('Browser.getVersion', {}, z.object({ product: z.string() })), failed, wait(startMs, undefined, { ref: false }).then(() => Promise.reject(new Error('the browser did not start')))])
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return { tools, isSandboxed, close: () => end(child, tools) }
}

/** The browser, alive and reachable by its pipe alone. Where its sandbox does not work it is not started, unless the setting allows it. */
export const launchBrowser = async (options: LaunchOptions): Promise<BrowserProcess> => {
  try {
    return await start(options, true)
  } catch (error) {
    if (options.browser.isSandboxNeeded || options.signal.aborted) throw error
    return start(options, false)
  }
}
