import type { FrameworkBase } from './framework-base.ts'
import type { FrameworkRelease } from './resolved-pack.schemas.ts'

type Parts = Pick<FrameworkRelease, 'webChecks' | 'curriculum' | 'categories' | 'indicators' | 'documents' | 'process' | 'matching'>

/** The parts of the framework besides check and texts in the shape they are stored: every key there, null where nothing was said. */
export const resolveParts = (base: FrameworkBase): Parts => ({
  webChecks: base.webChecks.map(({ id, area, title, applies, severity, certainty, needs, method, advice, item, allows, closes, validFrom, validUntil }) => ({
    id,
    area,
    title,
    applies,
    severity,
    certainty,
    needs: needs ?? [],
    method,
    advice,
    itemId: item,
    allows: allows ?? null,
    closes: closes ?? false,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
  })),
  curriculum: {
    merchant: base.modules.merchant.map(({ id, field, title, minutes, format, goals, quizIdeas }) => ({
      id,
      fieldId: field,
      title,
      minutes,
      format,
      goals,
      quizIdeas: quizIdeas ?? [],
    })),
    guide: base.modules.guide.map(({ id, title, hours, format, content, exam, gate }) => ({ id, title, hours, format, content, exam, gate: gate ?? false })),
    paths: base.modules.paths.map(({ id, title, modules }) => ({ id, title, modules })),
  },
  categories: base.categories.map(({ id, label, en, schemaType, osm, synonyms }) => ({ id, label: { de: label, en }, schemaType, osm: tagOf(osm), synonyms })),
  indicators: base.indicators.map(({ id, title, definition, unit, exampleTarget }) => ({ id, title, definition, unit, exampleTarget: exampleTarget ?? null })),
  documents: base.documents.map(({ id, title, fields, approval, retention }) => ({
    id,
    title,
    fields,
    approval: approval ?? null,
    retention: retention ?? null,
  })),
  matching: base.matching,
  process: {
    phases: base.process.phases.map(({ id, number, title, content, who, guideHours, documents, exit }) => ({
      id,
      number: number ?? null,
      title,
      content,
      who,
      guideHours: guideHours ?? null,
      documents,
      exit: exit ?? null,
    })),
    rules: base.process.rules,
  },
})

const tagOf = (text: string) => {
  const [key = '', value = ''] = text.split('=')
  return { key, value }
}
