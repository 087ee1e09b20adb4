import type { WebsiteFinding } from '@digitallotsen/domain/website/website-audit.schemas.ts'
import { writeClosing } from './closing.ts'
import type { WebsiteView } from './documents.types.ts'
import { drawFrame } from './page-frame.ts'
import { Pen } from './pen.ts'
import { lead, writeHeading, writeList, writeParagraph, writeTitle } from './text-blocks.ts'
import { writeFindings } from './website-findings.ts'
import { writeAreas, writeVerdict } from './website-summary.ts'
import { websiteWords as words } from './website-words.de.ts'
import { longDay, wordsOf } from './words.ts'

const mostFirst = 3

const writeSection = (pen: Pen, title: string, text: string | undefined, lines: readonly string[], labels: 'bullet' | 'number' = 'bullet'): void => {
  if (lines.length === 0) return
  pen.group('Sect', () => {
    writeHeading(pen, title)
    if (text) writeParagraph(pen, text)
    writeList(pen, lines, labels)
  })
}

const lineOf = ({ checkId, title, reason }: WebsiteFinding): string => [`${checkId}  ${title}.`, reason].filter(Boolean).join(' ')

const writeFirst = (pen: Pen, failed: readonly WebsiteFinding[]): void => {
  const first = failed.slice(0, mostFirst).map(({ checkId, title, severity }) => `${title} (${checkId}, ${words.severities[severity]})`)
  if (first.length > 0) return writeSection(pen, words.firstTitle, undefined, first, 'number')
  writeParagraph(pen, words.clean, { font: 'bold' })
}

const writeRest = (pen: Pen, { report }: WebsiteView): void => {
  const of = (verdict: WebsiteFinding['verdict']) => report.findings.filter(finding => finding.verdict === verdict)
  const limitsOf = (page: string) => report.limits.filter(limit => limit.page === page).map(({ text }) => text)
  writeSection(pen, words.fixedTitle, undefined, report.findings.filter(({ change }) => change === 'fixed').map(lineOf))
  writeSection(pen, words.notCheckedTitle, words.notCheckedText, of('not_checked').map(lineOf))
  writeSection(pen, words.notApplicableTitle, undefined, of('not_applicable').map(lineOf))
  writeSection(pen, words.passedTitle, undefined, of('pass').map(lineOf))
  writeSection(pen, words.pagesTitle, undefined, report.pages.map(({ url, status }) => [`${url}, ${words.answered(status)}`, ...limitsOf(url)].join('. ')))
}

const writeBasis = (pen: Pen, { checkedAt, rulesVersion, frameworkVersion }: WebsiteView): void =>
  pen.together(() =>
    pen.group('Sect', () => {
      writeHeading(pen, words.basisTitle)
      writeParagraph(pen, words.basis(longDay('de', checkedAt), String(rulesVersion ?? '–'), frameworkVersion ?? '–'))
      writeParagraph(pen, words.machine)
    }),
  )

/** What an audit found on a website, as a tagged A4 document to hand on; a function of its view alone. */
export const renderWebsitePdf = async (view: WebsiteView): Promise<Buffer> => {
  const { sender, report, score } = view
  const common = wordsOf('de')
  const failed = report.findings.filter(({ verdict }) => verdict === 'fail')
  const pen = new Pen({
    title: `${words.title}: ${view.business} – ${sender.programme}`, subject: words.subject, author: sender.programme, lang: 'de', madeAt: new Date(view.madeAt), colours: sender.colours,
  })
  writeTitle(pen, words.title, view.business, `${view.address}, ${words.checkedOn(longDay('de', view.checkedAt))}`)
  if (sender.sample) writeParagraph(pen, common.sampleText, { font: 'bold', colour: pen.colours.warning })
  pen.group('Sect', () => writeVerdict(pen, score))
  writeParagraph(pen, words.forText, lead)
  writeFirst(pen, failed)
  writeAreas(pen, score)
  for (const { area } of score.areas) writeFindings(pen, area, failed.filter(finding => finding.area === area))
  writeRest(pen, view)
  writeBasis(pen, view)
  writeClosing(pen, sender, common, longDay('de', view.madeAt))
  return pen.finish(drawFrame(sender, common))
}
