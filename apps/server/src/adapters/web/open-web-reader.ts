import type { Env } from '../../env.ts'
import { createChildReader } from './child-reader.ts'
import { readTrialHosts } from './trial-hosts.ts'
import type { WebReader } from './web-reader.ts'

/** The product's reader. The settings were judged when they were read; here again, for whoever makes them otherwise. */
export const openWebReader = (env: Pick<Env, 'AUDIT_TRIAL_HOSTS' | 'DATABASE_URL' | 'PUBLIC_SCHEME'>, onCrash: (how: string) => void): WebReader =>
  createChildReader({ trial: readTrialHosts(env), onCrash })
