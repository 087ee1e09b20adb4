import { createSign, generateKeyPairSync } from 'node:crypto'

/** As much of ASN.1 as a certificate needs; so that no key lies in the repository and every date can be had. */
const wrap = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Uint8Array[]) => wrap(0x30, ...parts)
const integer = (value: number) => wrap(0x02, Buffer.from([value]))
const objectId = (hex: string) => wrap(0x06, Buffer.from(hex, 'hex'))
const bits = (bytes: Uint8Array) => wrap(0x03, Buffer.from([0]), bytes)
const time = (date: Date) => wrap(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')))
const commonName = (text: string) => sequence(wrap(0x31, sequence(objectId('550403'), wrap(0x0c, Buffer.from(text)))))
const extension = (hex: string, value: Uint8Array) => sequence(objectId(hex), wrap(0x04, value))

const sha256Rsa = sequence(objectId('2a864886f70d01010b'), wrap(0x05))

export type MadeCertificate = { key: string; cert: string }

/** A certificate that signs itself, for one host name, from one date to another. */
export const makeCertificate = (host: string, validFrom: Date, validTo: Date): MadeCertificate => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const names = extension('551d11', sequence(wrap(0x82, Buffer.from(host))))
  const body = sequence(
    wrap(0xa0, integer(2)), integer(1), sha256Rsa, commonName(`Prüfstelle ${host}`), sequence(time(validFrom), time(validTo)), commonName(`Prüfstelle ${host}`),
    publicKey.export({ type: 'spki', format: 'der' }), wrap(0xa3, sequence(names)),
  )
  const signature = createSign('sha256').update(body).sign(privateKey)
  const pem = sequence(body, sha256Rsa, bits(signature)).toString('base64').replace(/.{64}/g, '$&\n')
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----\n` }
}
