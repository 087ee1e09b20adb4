import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls'
import { WebFailure } from './failure.ts'
import { secure } from './guarded-connector.ts'
import { dialGuarded, type Guard } from './guarded-dial.ts'
import { readTarget } from './web-target.rules.ts'
import type { CertificateResult, certificateFaults } from './web.schemas.ts'

type Fault = (typeof certificateFaults)[number]

const faults: Record<string, Fault> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong_host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'self_signed',
}

/** The socket looks at the name only where it believes the rest, so the name is looked at again. */
const faultOf = (secured: TLSSocket, host: string, certificate: PeerCertificate): Fault | null => {
  if (!secured.authorized) return faults[String(secured.authorizationError)] ?? 'untrusted'
  return checkServerIdentity(host, certificate) ? 'wrong_host' : null
}

const isoOf = (text: string): string => {
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) throw new WebFailure('tls')
  return date.toISOString()
}

const firstOf = (value: string | string[] | undefined) => [value ?? []].flat()[0]
const nameIssuer = ({ issuer }: PeerCertificate) => (firstOf(issuer?.O) ?? firstOf(issuer?.CN) ?? '').slice(0, 500)

/** Shakes hands at port 443 and reads what is shown there, also what a browser would refuse. */
export const readCertificate = async (host: string, guard: Guard, signal: AbortSignal): Promise<CertificateResult> => {
  const target = readTarget(`https://${host}`, guard)
  const socket = await dialGuarded(target, guard, signal)
  const secured = await secure(socket, { hostname: target.hostname, isCertificateIgnored: true, authorities: guard.network.authorities }, signal)
  try {
    const certificate = secured.getPeerCertificate()
    return {
      ok: true,
      validFrom: isoOf(certificate.valid_from),
      validTo: isoOf(certificate.valid_to),
      fault: faultOf(secured, target.hostname.replace(/^\[|\]$/g, ''), certificate),
      issuer: nameIssuer(certificate),
      protocol: secured.getProtocol() ?? '',
    }
  } finally {
    secured.destroy()
  }
}
