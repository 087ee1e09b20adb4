import type { Env } from '../../env.ts'
import { createChildReader } from './child-reader.ts'
import { createChildRenderer } from './render/child-renderer.ts'
import { findBrowser } from './render/find-browser.ts'
import { readTrialHosts } from './trial-hosts.ts'
import type { WebReader } from './web-reader.ts'

type Settings = Pick<Env, 'AUDIT_TRIAL_HOSTS' | 'DATABASE_URL' | 'PUBLIC_SCHEME' | 'AUDIT_BROWSER' | 'AUDIT_BROWSER_UNSANDBOXED'>

/** The product's reader, with a browser where there is one. The settings were judged when they were read; here again, for whoever makes them otherwise. */
export const openWebReader = (env: Settings, onCrash: (how: string) => void): WebReader => {
  const trial = readTrialHosts(env)
  const browser = findBrowser(env)
  return createChildReader({ trial, onCrash, ...(browser && { renderer: createChildRenderer({ browser, trial }) }) })
}
