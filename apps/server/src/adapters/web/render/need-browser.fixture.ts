import { findBrowser, type Browser } from './find-browser.ts'

/** The machine's Chromium, also where its sandbox cannot be had; a machine without one fails with a sentence. */
export const needBrowser = (): Browser => {
  const browser = findBrowser({ AUDIT_BROWSER: process.env['CHROMIUM'] ?? 'auto', AUDIT_BROWSER_UNSANDBOXED: true })
  if (!browser) throw new Error('No Chromium here: install one, or name its path in CHROMIUM.')
  return browser
}
