import * as z from 'zod'
import { isBrowserSetting } from './adapters/web/render/find-browser.ts'
import { readTrialHosts } from './adapters/web/trial-hosts.ts'

const list = z.string().default('').transform(text => text.split(',').map(part => part.trim()).filter(Boolean))
const flag = z.stringbool().default(false)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** First port to try; the next free one is taken where it is busy, unless PORT is set. */
  PORT: z.coerce.number().int().min(0).max(65535).optional(),
  HOST: z.string().default('127.0.0.1'),
  /** An administrator of one's own PostgreSQL (15 or newer); without it the embedded one is used. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default('.data'),
  TENANTS_DIR: z.string().default('tenants'),
  CONSOLE_HOST: z.string().default('console.localhost'),
  /** Addresses of proxies whose X-Forwarded headers are believed; nobody's by default. */
  TRUST_PROXY: list,
  /** Slug of the one city that is also reached by plain address, for a phone in the same network. */
  LAN_CITY: z.string().optional(),
  /** At least 32 characters; the embedded mode makes and keeps its own. */
  SESSION_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('digitallotsen@localhost.invalid'),
  LANES: z.coerce.number().int().min(2).max(100).default(12),
  /** Per client address, all cities together; a guard against floods, finer limits count per procedure. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).default(1200),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Leaves out the marked sample people and businesses at the first start. */
  NO_SAMPLE: flag,
  /** Sites on this machine that the website audit may read, as laden.localhost:4100; only while trying out, else the start is refused. */
  AUDIT_TRIAL_HOSTS: list,
  /** The browser in which the website audit opens a start page: `auto` takes an installed Chromium, `off` none, else its path. */
  AUDIT_BROWSER: z.string().default('auto').refine(isBrowserSetting, 'Weder auto noch off noch der Weg zu einem Programm.'),
  /** Lets it run without its own sandbox where the machine has none (some containers); never as root even then. */
  AUDIT_BROWSER_UNSANDBOXED: flag,
  PUBLIC_SCHEME: z.enum(['http', 'https']).default('http'),
}).superRefine((env, context) => {
  try {
    readTrialHosts(env)
  } catch (error) {
    context.addIssue({ code: 'custom', path: ['AUDIT_TRIAL_HOSTS'], message: error instanceof Error ? error.message : String(error) })
  }
})

export type Env = z.output<typeof schema>

/** The only reader of process.env; an unusable value ends the start with one line each. */
export const readEnv = (source: NodeJS.ProcessEnv): Env => {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Einstellungen sind nicht brauchbar:\n${lines.join('\n')}`)
}
