import type { Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import { isActive } from '@digitallotsen/domain/plan/task.rules.ts'
import type { Task } from '@digitallotsen/domain/plan/task.schemas.ts'
import { writeClosing } from './closing.ts'
import type { PlanView } from './documents.types.ts'
import { writeEntries, writeEntry } from './measure-block.ts'
import { drawFrame } from './page-frame.ts'
import { Pen } from './pen.ts'
import { lead, writeFact, writeHeading, writeList, writeParagraph, writeTitle } from './text-blocks.ts'
import type { DocumentWords } from './words.de.ts'
import { longDay, wordsOf } from './words.ts'

const noteLines = 2
const noteHeight = 22

/** Undefined where the city has taken it out of its pack since the plan was made; the task stays. */
const findMeasure = ({ catalogue }: PlanView, { measureId }: Task): Measure | undefined => catalogue.measures.find(({ id }) => id === measureId)
const findField = ({ catalogue }: PlanView, { itemId }: Task) => catalogue.fields.find(field => field.items.some(item => item.id === itemId))
const findItem = (view: PlanView, task: Task) => findField(view, task)?.items.find(item => item.id === task.itemId)
const titleOf = (view: PlanView, task: Task): string => findMeasure(view, task)?.title ?? findItem(view, task)?.title ?? task.measureId

/** Room to write by hand. */
const writeNotes = (pen: Pen, label: string): void => {
  pen.room(noteLines * noteHeight + 20)
  pen.write('P', label, { font: 'bold', size: 9.5, colour: pen.colours.muted })
  pen.draw(doc => {
    for (let line = 1; line <= noteLines; line++) {
      const y = pen.y + line * noteHeight - 4
      doc.moveTo(pen.left, y).lineTo(pen.left + pen.width, y).lineWidth(0.6).dash(1, { space: 2 }).stroke(pen.colours.muted)
    }
  })
  pen.y += noteLines * noteHeight
}

const standOf = ({ locale }: PlanView, task: Task): string => {
  const words = wordsOf(locale)
  const due = task.dueOn === null ? words.noDue : longDay(locale, task.dueOn)
  return [`${words.state}: ${words.states[task.state]}`, `${words.due}: ${due}`, `${words.owner}: ${task.owner ?? words.noOwner}`].join('  ·  ')
}

const writeSteps = (pen: Pen, words: DocumentWords, { what, how }: Measure): void => {
  writeParagraph(pen, what, { after: 6 })
  pen.room(36)
  pen.write('P', words.steps, { font: 'bold', size: 9.5, colour: pen.colours.muted, after: 2 })
  writeList(pen, how, 'box')
}

const writeTask = (pen: Pen, view: PlanView, task: Task, number: number): void => {
  const words = wordsOf(view.locale)
  const measure = findMeasure(view, task)
  const marks = [findField(view, task)?.short, findItem(view, task)?.must ? words.must : undefined].filter(mark => mark !== undefined)
  writeEntry(pen, { number, title: titleOf(view, task), marks, box: true }, () => {
    if (measure) writeSteps(pen, words, measure)
    writeParagraph(pen, standOf(view, task), { font: 'bold', size: 9.5, after: 3 })
    if (measure) writeFact(pen, words.effort, words.effortOf(measure.merchantHours, measure.weeks, measure.cost))
    if (measure) writeFact(pen, words.proof, measure.proof)
    writeNotes(pen, words.notes)
  })
}

const writeActive = (pen: Pen, view: PlanView, tasks: readonly Task[]): void => {
  const words = wordsOf(view.locale)
  pen.group('Sect', () => {
    const entries = tasks.map((task, index) => () => writeTask(pen, view, task, index + 1))
    writeEntries(pen, words.activeTitle, entries)
    if (tasks.length === 0) writeParagraph(pen, words.activeNone)
  })
}

const writeLines = (pen: Pen, title: string, lines: readonly string[], labels: 'box' | 'bullet'): void => {
  if (lines.length === 0) return
  pen.together(() =>
    pen.group('Sect', () => {
      writeHeading(pen, title)
      writeList(pen, lines, labels)
    }),
  )
}

const doneLine = (view: PlanView, task: Task): string => {
  const words = wordsOf(view.locale)
  const details = [task.finishedAt && words.finishedOn(longDay(view.locale, task.finishedAt)), task.evidence.length > 0 && words.evidence(task.evidence.length)]
  return [titleOf(view, task), ...details].filter(Boolean).join(', ')
}

const droppedLine = (view: PlanView, task: Task): string => {
  const title = titleOf(view, task)
  return task.dropReason ? `${title}. ${wordsOf(view.locale).reason(task.dropReason)}` : title
}

const queuedLine = (view: PlanView, task: Task): string => {
  const measure = findMeasure(view, task)
  if (!measure) return titleOf(view, task)
  return `${measure.title}. ${wordsOf(view.locale).effortOf(measure.merchantHours, measure.weeks, measure.cost)}`
}

/** The plan as a tagged A4 document with boxes to tick; a function of its view alone. */
export const renderPlanPdf = async (view: PlanView): Promise<Buffer> => {
  const { sender, locale, plan } = view
  const words = wordsOf(locale)
  const title = `${words.planTitle}: ${view.business}`
  const pen = new Pen({
    title: `${title} – ${sender.programme}`, subject: words.planSubject, author: sender.programme, lang: locale, madeAt: new Date(view.madeAt), colours: sender.colours,
  })
  const byState = (fits: (task: Task) => boolean) => plan.tasks.filter(fits).toSorted((a, b) => a.rank - b.rank)
  writeTitle(pen, words.planTitle, view.business, words.plannedOn(longDay(locale, plan.createdAt)))
  if (sender.sample) writeParagraph(pen, words.sampleText, { font: 'bold', colour: pen.colours.warning })
  writeParagraph(pen, words.planLead, lead)
  writeActive(pen, view, byState(task => isActive(task.state)))
  writeLines(pen, words.queuedTitle, byState(({ state }) => state === 'queued').map(task => queuedLine(view, task)), 'box')
  writeLines(pen, words.doneTitle, byState(({ state }) => state === 'done').map(task => doneLine(view, task)), 'bullet')
  writeLines(pen, words.droppedTitle, byState(({ state }) => state === 'dropped').map(task => droppedLine(view, task)), 'bullet')
  writeClosing(pen, sender, words, longDay(locale, view.madeAt))
  return pen.finish(drawFrame(sender, words))
}
