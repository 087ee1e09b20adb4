import type { DocumentSender } from './documents.types.ts'
import { printable } from './fonts.ts'
import { contentWidth, sheet } from './pen.ts'
import type { DocumentWords } from './words.de.ts'

const band = 7

const drawHead = (doc: PDFKit.PDFDocument, { programme, name, sample, colours }: DocumentSender, words: DocumentWords): void => {
  doc.rect(0, 0, sheet.width, band).fill(colours.brand)
  doc.roundedRect(sheet.left, 26, 4, 22, 1.5).fill(colours.brand)
  doc.font('bold').fontSize(11).fillColor(colours.text).text(printable(programme), sheet.left + 12, 25, { lineBreak: false, width: 340, ellipsis: true, height: 14 })
  doc.font('regular').fontSize(9).fillColor(colours.muted).text(printable(name), sheet.left + 12, 39, { lineBreak: false, width: 340, ellipsis: true, height: 12 })
  if (!sample) return
  const width = doc.font('bold').fontSize(9).widthOfString(words.sample) + 16
  const x = sheet.width - sheet.right - width
  doc.roundedRect(x, 28, width, 18, 4).fill(colours.warningSoft)
  doc.fillColor(colours.warning).text(words.sample, x + 8, 31.5, { lineBreak: false })
}

const contactLine = ({ contact }: DocumentSender, words: DocumentWords): string =>
  [contact.organisation, contact.phone && words.phone(contact.phone), contact.email].filter(Boolean).join('  ·  ')

const drawFoot = (doc: PDFKit.PDFDocument, sender: DocumentSender, words: DocumentWords, page: number, pages: number): void => {
  const { colours } = sender
  const y = sheet.height - 46
  doc.moveTo(sheet.left, y).lineTo(sheet.width - sheet.right, y).lineWidth(0.6).stroke(colours.line)
  doc.font('regular').fontSize(8.5).fillColor(colours.muted)
  doc.text(printable(contactLine(sender, words)), sheet.left, y + 8, { width: contentWidth - 80, height: 12, ellipsis: true })
  doc.text(words.page(page, pages), sheet.width - sheet.right - 80, y + 8, { width: 80, align: 'right' })
}

/** What stands on every page: whose it is above, whom to ask and which page it is below. */
export const drawFrame = (sender: DocumentSender, words: DocumentWords) => (doc: PDFKit.PDFDocument, page: number, pages: number): void => {
  drawHead(doc, sender, words)
  drawFoot(doc, sender, words, page, pages)
}
