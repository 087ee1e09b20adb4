/** A site on this very machine that may be read although it is one: a name and a port, always reached at 127.0.0.1. */
export type TrialHost = { host: string; port: number }

const form = /^((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)*localhost):(\d{4,5})$/

/** `laden.localhost:4100`; only names under localhost, only ports that need no administrator. */
export const parseTrialHost = (text: string): TrialHost => {
  const [, host, port] = form.exec(text) ?? []
  if (!host || Number(port) < 1024 || Number(port) > 65_535) throw new Error(`„${text}“ ist kein Name unter localhost mit Port ab 1024, wie laden.localhost:4100.`)
  return { host, port: Number(port) }
}

type TrialSettings = { AUDIT_TRIAL_HOSTS: readonly string[]; DATABASE_URL?: string | undefined; PUBLIC_SCHEME: string }

/** The sites set by AUDIT_TRIAL_HOSTS; refused unless the whole product is being tried out on one machine. */
export const readTrialHosts = ({ AUDIT_TRIAL_HOSTS, DATABASE_URL, PUBLIC_SCHEME }: TrialSettings): TrialHost[] => {
  if (AUDIT_TRIAL_HOSTS.length > 0 && (DATABASE_URL || PUBLIC_SCHEME === 'https')) {
    throw new Error('AUDIT_TRIAL_HOSTS gilt nur beim Ausprobieren auf dem eigenen Rechner: ohne DATABASE_URL und ohne PUBLIC_SCHEME=https.')
  }
  return AUDIT_TRIAL_HOSTS.map(parseTrialHost)
}

export const isTrialTarget = (url: URL, trial: readonly TrialHost[]): boolean =>
  url.protocol === 'http:' && trial.some(({ host, port }) => url.hostname === host && Number(url.port) === port)
