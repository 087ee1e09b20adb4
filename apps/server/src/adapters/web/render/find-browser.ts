import { accessSync, constants, readFileSync } from 'node:fs'

/** Chromium, or what is built from it, where systems put it. */
const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The account the browser runs as; undefined means: the one that runs the server. */
export type BrowserAccount = { uid: number; gid: number }

export type Browser = { executable: string; account?: BrowserAccount; isSandboxNeeded: boolean }

export type BrowserSettings = { AUDIT_BROWSER: string; AUDIT_BROWSER_UNSANDBOXED: boolean }

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** `auto`, `off`, or the path of something that can be run. */
export const isBrowserSetting = (setting: string): boolean => setting === 'auto' || setting === 'off' || isExecutable(setting)

/** `nobody`, who owns nothing; not the account of the database. */
const findNobody = (): BrowserAccount | undefined => {
  try {
    const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
    return uid && gid && Number(uid) !== 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
  } catch {
    return undefined
  }
}

/**
 * The browser that may open foreign pages, or undefined: none installed, switched off, or the server runs as root and there is no lesser
 * account to hand it to. It never runs as root, and without its own sandbox only where the setting says so.
 */
export const findBrowser = ({ AUDIT_BROWSER, AUDIT_BROWSER_UNSANDBOXED }: BrowserSettings): Browser | undefined => {
  if (AUDIT_BROWSER === 'off') return undefined
  const executable = (AUDIT_BROWSER === 'auto' ? places : [AUDIT_BROWSER]).find(isExecutable)
  if (!executable) return undefined
  const isSandboxNeeded = !AUDIT_BROWSER_UNSANDBOXED
  if (process.getuid?.() !== 0) return { executable, isSandboxNeeded }
  const account = findNobody()
  return account && { executable, account, isSandboxNeeded }
}
