import type { DocumentSender } from './documents.types.ts'
import type { Pen } from './pen.ts'
import { small, writeHeading, writeParagraph } from './text-blocks.ts'
import type { DocumentWords } from './words.de.ts'

/** Whom to call, what this is not, and from which day it is; the last thing in every document. */
export const writeClosing = (pen: Pen, { contact, website }: DocumentSender, words: DocumentWords, made: string): void => {
  pen.together(() => pen.group('Sect', () => writeContact(pen, { contact, website }, words, made)))
}

const writeContact = (pen: Pen, { contact, website }: Pick<DocumentSender, 'contact' | 'website'>, words: DocumentWords, made: string): void => {
  writeHeading(pen, words.contactTitle)
  const lines = [
    [contact.person, contact.role].filter(Boolean).join(', '),
    contact.organisation,
    contact.address,
    [contact.phone && words.phone(contact.phone), contact.email].filter(Boolean).join('  ·  '),
    contact.hours,
    website,
  ]
  writeParagraph(pen, lines.filter(Boolean).join('\n'))
  writeParagraph(pen, words.legal, { ...small, colour: pen.colours.muted })
  writeParagraph(pen, words.made(made), { ...small, colour: pen.colours.muted })
}
