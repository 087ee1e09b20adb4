import type { ActionField, CheckCatalogue, CheckItem, Measure } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { FrameworkBase, Translation } from './framework-base.ts'
import type { ItemSource, MeasureSource } from './framework.schemas.ts'

/** The check in one language: German as written, any other with its texts in place of the German ones. */
export const composeCatalogue = (base: FrameworkBase, locale: Locale): CheckCatalogue => {
  const translation = base.translations[locale]
  return {
    edition: base.check.edition,
    fields: base.check.fields.map(field => composeField(base, field, translation)),
    measures: base.measures.map(measure => composeMeasure(measure, translation)),
  }
}

const composeField = (base: FrameworkBase, field: FrameworkBase['check']['fields'][number], translation: Translation | undefined): ActionField => {
  const texts = translation?.fields.filter(({ id }) => id === field.id) ?? []
  return {
    id: field.id,
    title: texts.find(text => text.title)?.title ?? field.title,
    short: texts.find(text => text.short)?.short ?? field.short,
    mission: texts.find(text => text.mission)?.mission ?? field.mission,
    target: field.target,
    lead: field.lead,
    items: field.items.map(item => composeItem(base, item, translation)),
  }
}

const composeItem = (base: FrameworkBase, item: ItemSource, translation: Translation | undefined): CheckItem => {
  const texts = translation?.fields.flatMap(field => field.items).find(({ id }) => id === item.id) ?? item
  return {
    id: item.id,
    title: texts.title,
    question: texts.question,
    weight: item.weight,
    must: item.must ?? false,
    notApplicable: item.notApplicable ?? false,
    levels: texts.levels,
    measureId: item.measure,
    webChecks: base.webChecks.filter(check => check.item === item.id).map(({ id }) => id),
  }
}

const composeMeasure = (measure: MeasureSource, translation: Translation | undefined): Measure => {
  const { title, what, why, how, proof, next, cost } = translation?.measures.find(({ id }) => id === measure.id) ?? measure
  const { id, merchantHours, guideHours, weeks, modules } = measure
  return { id, title, what, why, how, proof, next, merchantHours, guideHours, weeks, cost, modules: modules ?? [] }
}
