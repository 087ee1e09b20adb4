import type { DocumentSender, PosterView } from './documents.types.ts'
import { printable } from './fonts.ts'
import { Pen, sheet, type TextStyle } from './pen.ts'
import { writeCode } from './qr-figure.ts'
import type { DocumentWords } from './words.de.ts'
import { wordsOf } from './words.ts'

const band = 18
const foot = 92
const codeSize = 340

const centred = (style: TextStyle): TextStyle => ({ align: 'center', leading: 1.15, ...style })

const drawEdges = ({ programme, name, sample, colours }: DocumentSender, words: DocumentWords) => (doc: PDFKit.PDFDocument): void => {
  const top = sheet.height - foot
  doc.rect(0, 0, sheet.width, band).fill(colours.brand)
  doc.rect(0, top, sheet.width, foot).fill(colours.tinted)
  const centre = { width: sheet.width - sheet.left - sheet.right, align: 'center', lineBreak: true, height: 20, ellipsis: true } as const
  doc.font('bold').fontSize(15).fillColor(colours.onTinted).text(printable(programme), sheet.left, top + 26, centre)
  doc.font('regular').fontSize(11.5).text(printable(name), sheet.left, top + 48, centre)
  if (!sample) return
  const width = doc.font('bold').fontSize(10).widthOfString(words.sample) + 18
  doc.roundedRect(sheet.width - sheet.right - width, band + 14, width, 20, 4).fill(colours.warningSoft)
  doc.fillColor(colours.warning).text(words.sample, sheet.width - sheet.right - width + 9, band + 18, { lineBreak: false })
}

/** The largest in which it takes no more than this height. */
const fitted = (pen: Pen, text: string, sizes: readonly number[], height: number): TextStyle => {
  const styles = sizes.map(size => centred({ font: 'bold', size }))
  return styles.find(style => pen.heightOf(text, style) <= height) ?? styles.at(-1) ?? {}
}

/** An address as people read it. */
const spoken = (url: string): string => url.replace(/^https?:\/\//, '')

/** One page for the shop window: what it is, whose it is, and the code that leads to its page. */
export const renderPosterPdf = async ({ sender, locale, madeAt, business, tagline, url }: PosterView): Promise<Buffer> => {
  const words = wordsOf(locale)
  const pen = new Pen({
    title: `${words.posterTitle}: ${business} – ${sender.programme}`, subject: words.posterSubject, author: sender.programme, lang: locale, madeAt: new Date(madeAt), colours: sender.colours,
  })
  pen.y = 84
  pen.write('H1', words.posterTitle, centred({ font: 'bold', size: 34, after: 22 }))
  pen.write('P', business, { ...fitted(pen, business, [28, 23, 18, 14], 76), colour: pen.colours.action, after: 6 })
  if (tagline !== null) pen.write('P', tagline, { ...fitted(pen, tagline, [15, 13, 11], 42), font: 'regular', colour: pen.colours.muted })
  pen.y = Math.max(pen.y + 10, 244)
  writeCode(pen, { text: url, alt: words.posterCode(spoken(url)), size: codeSize })
  pen.y += 16
  pen.write('P', words.posterScan, centred({ size: 15, after: 8 }))
  pen.write('P', spoken(url), fitted(pen, spoken(url), [17, 15, 13, 11, 9], 26))
  return pen.finish(drawEdges(sender, words))
}
