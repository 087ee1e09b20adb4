import { createTransport } from 'nodemailer'
import PostalMime, { type Email } from 'postal-mime'
import sharp from 'sharp'
import { DomainError, httpStatusOf } from '@digitallotsen/domain/errors.ts'
import { ensureSendable, type OutgoingMail } from '../../adapters/mail/outgoing-mail.ts'
import { oneLine } from '../../features/mail/mail-words.ts'
import { csvCell } from '../../features/platform-feeds/csv.rules.ts'
import { reencodePicture } from '../../features/files/picture.ts'
import { listHostileFiles, type HostileFile } from './hostile-files.ts'
import { hostileWords } from './hostile-words.ts'

export type P13Report = {
  proof: 'P13'
  seed: number
  verdict: 'holds' | 'broken'
  /** Files that must be refused, those that must be taken in for their pixels alone, and those that may be either. */
  refused: number
  cleaned: number
  either: number
  /** Texts tried as a subject, as a name and as a cell. */
  words: number
  faults: string[]
  mostMegabytes: number
  /** The same for code without our care: hidden texts kept, headers added, formulas written. */
  controls: { files: number; mails: number; cells: number }
}

const longestEdge = 1600
const mostMegabytes = 400

const tellsAny = (bytes: Uint8Array, hidden: readonly string[]) => hidden.some(text => Buffer.from(bytes).includes(text))

const judgeRefusal = (name: string, error: unknown): string[] => {
  const status = error instanceof DomainError ? httpStatusOf(error.code) : 500
  return status >= 400 && status < 500 ? [] : [`${name}: ${String(error)}`]
}

const judgeRefused = async ({ name, bytes }: HostileFile): Promise<string[]> => {
  try {
    await reencodePicture(bytes)
    return [`${name}: taken in`]
  } catch (error) {
    return judgeRefusal(name, error)
  }
}

const judgeEither = (file: HostileFile): Promise<string[]> => judgeCleaned(file).catch((error: unknown) => judgeRefusal(file.name, error))

const judgeCleaned = async ({ name, bytes, hidden }: HostileFile): Promise<string[]> => {
  const { data, width, height } = await reencodePicture(bytes)
  const { format, exif, xmp, iptc, icc, pages } = await sharp(data).metadata()
  const kept = Object.entries({ exif, xmp, iptc, icc }).filter(([, value]) => value !== undefined).map(([kind]) => kind)
  return [
    ...(format === 'webp' ? [] : [`${name}: kept as ${format}`]),
    ...(kept.length === 0 ? [] : [`${name}: keeps ${kept.join()}`]),
    ...((pages ?? 1) === 1 ? [] : [`${name}: keeps ${pages} frames`]),
    ...(Math.max(width, height) <= longestEdge ? [] : [`${name}: ${width} × ${height}`]),
    ...(Buffer.from(data).equals(bytes) ? [`${name}: stored as sent`] : []),
    ...(tellsAny(data, hidden) ? [`${name}: tells what it hid`] : []),
  ]
}

const compose = createTransport({ streamTransport: true, buffer: true })
const headersOf = async ({ messageId, from, replyTo, to, subject, text, html }: OutgoingMail): Promise<Email['headers']> => {
  const { message } = await compose.sendMail({ messageId, from, ...(replyTo && { replyTo }), to: { name: '', address: to }, envelope: { from: from.address, to: [to] }, subject, text, html })
  return (await PostalMime.parse(message as Buffer)).headers
}
const plain: OutgoingMail = {
  messageId: '<mail-1@musterstadt.example>', from: { name: 'Stadt', address: 'stadt@example.org' }, replyTo: { name: 'Amt', address: 'amt@example.org' }, to: 'laden@example.org', subject: 'Hallo', text: 'Hallo', html: '<p>Hallo</p>',
}

/** Refused is as good as sent with the headers every mail has. */
const judgeMail = async (word: string, usual: readonly string[]): Promise<string[]> => {
  const tries: Record<string, OutgoingMail> = {
    subject: { ...plain, subject: oneLine(word) },
    'raw subject': { ...plain, subject: word },
    'sender’s name': { ...plain, from: { ...plain.from, name: word } },
    'contact’s name': { ...plain, replyTo: { name: word, address: 'amt@example.org' } },
    recipient: { ...plain, to: `laden@example.org${word}` },
  }
  const faults = await Promise.all(Object.entries(tries).map(async ([place, mail]) => {
    try {
      ensureSendable(mail)
    } catch {
      return place === 'subject' ? [`${place}: refused after it was made one line: ${JSON.stringify(word)}`] : []
    }
    const keys = (await headersOf(mail)).map(({ key }) => key)
    return keys.join() === usual.join() ? [] : [`${place}: ${keys.join()}: ${JSON.stringify(word)}`]
  }))
  return faults.flat()
}

/** As a table program reads the first sign of a cell. */
const isFormula = (cell: string) => /^[\s\u0000-\u001F\uFEFF]*[=+\-@＝＋－＠]/.test(cell)
const judgeCell = (word: string): string[] => {
  const cell = csvCell(word)
  return isFormula(cell) || /[\r\n\0]/.test(cell) ? [`cell: ${JSON.stringify(cell)}`] : []
}

const carelessHeaders = ({ subject, to }: Pick<OutgoingMail, 'subject' | 'to'>) => PostalMime.parse(`From: a@example.org\r\nTo: ${to}\r\nSubject: ${subject}\r\n\r\nHallo`)

/** P13: what is no photo is refused, what is one is kept as pixels alone, and no text becomes a header of a mail or a formula of a table. */
export const run = async ({ seed }: { long: boolean; seed: number }): Promise<P13Report> => {
  const { refused, cleaned, either } = await listHostileFiles()
  const before = process.memoryUsage().rss
  let most = before
  const faults: string[] = []
  for (const [files, judge] of [[refused, judgeRefused], [cleaned, judgeCleaned], [either, judgeEither]] as const) {
    for (const file of files) {
      faults.push(...(await judge(file)))
      most = Math.max(most, process.memoryUsage().rss)
    }
  }
  const usual = (await headersOf(plain)).map(({ key }) => key)
  for (const word of hostileWords) faults.push(...(await judgeMail(word, usual)), ...judgeCell(word))

  const controls = {
    files: cleaned.filter(({ bytes, hidden }) => tellsAny(bytes, hidden)).length,
    mails: (await Promise.all(hostileWords.map(async word => (await carelessHeaders({ subject: word, to: 'b@example.org' })).headers.length))).filter(count => count > 3).length,
    cells: hostileWords.filter(word => isFormula(word) || /[\r\n\0]/.test(word)).length,
  }
  const megabytes = Math.round((most - before) / 2 ** 20)
  const holds = faults.length === 0 && megabytes < mostMegabytes && controls.files >= 10 && controls.mails >= 20 && controls.cells >= 20
  return { proof: 'P13', seed, verdict: holds ? 'holds' : 'broken', refused: refused.length, cleaned: cleaned.length, either: either.length, words: hostileWords.length, faults, mostMegabytes: megabytes, controls }
}
