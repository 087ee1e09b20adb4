import type { Network } from './network.ts'
import { readTarget } from './web-target.rules.ts'
import type { MailResult } from './web.schemas.ts'

const maxRecords = 50
const bounded = (records: string[], maxLength = 4_000) => records.slice(0, maxRecords).map(record => record.slice(0, maxLength))

/** Who takes the mail of a domain and who may send in its name, as the name servers say it. */
export const readMailRecords = async (domain: string, network: Network, signal: AbortSignal): Promise<MailResult> => {
  const { hostname } = readTarget(`http://${domain}`)
  const [mx, txt, dmarc] = await Promise.all([
    network.records(hostname, 'MX', signal),
    network.records(hostname, 'TXT', signal),
    network.records(`_dmarc.${hostname}`, 'TXT', signal),
  ])
  return { ok: true, mx: bounded(mx.filter(host => host !== '' && host !== '.'), 253), txt: bounded(txt), dmarc: bounded(dmarc) }
}
