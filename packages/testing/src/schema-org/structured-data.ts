/// <reference path="./untyped.d.ts" />
import Validator from '@adobe/structured-data-validator'
import WebAutoExtractor from '@marbec/web-auto-extractor'
import vocabulary from './vocabulary.json' with { type: 'json' }

const types: Readonly<Record<string, readonly string[]>> = vocabulary.types
const idsOf = (names: readonly string[]) => names.map(name => ({ '@id': `schema:${name}` }))

/** The vocabulary in the form in which schema.org gives it out, as far as the validator reads it. */
const schemaOrg = {
  '@graph': [
    ...Object.entries(types).map(([name, parents]) => ({ '@id': `schema:${name}`, '@type': 'rdfs:Class', 'rdfs:subClassOf': idsOf(parents) })),
    ...Object.entries(vocabulary.properties).map(([name, domains]) => ({ '@id': `schema:${name}`, '@type': 'rdf:Property', 'schema:domainIncludes': idsOf(domains) })),
  ],
}

const typesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(typesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (name === '@type' ? [inner].flat().map(String) : typesIn(inner)))
}

/** Whether schema.org knows the type, and as a kind of `ancestor`. */
export const isKindOf = (type: string, ancestor: string): boolean => type === ancestor || (types[type] ?? []).some(parent => isKindOf(parent, ancestor))

/** Every block of JSON-LD in a page, as it stands there. */
export const readJsonLd = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>([^]*?)<\/script>/g)].flatMap(([, text = '']) => [JSON.parse(text) as Record<string, unknown>].flat())

/** What a validator says against the structured data of a page, and types that schema.org does not know. Nothing where all is well. */
export const listStructuredDataFaults = async (html: string): Promise<string[]> => {
  const extracted = new WebAutoExtractor({ addLocation: true, embedSource: ['rdfa', 'microdata'] }).parse(html)
  const issues = await new Validator(schemaOrg).validate(extracted)
  const unknown = [...new Set(readJsonLd(html).flatMap(typesIn))].filter(type => !Object.hasOwn(types, type))
  return [
    ...issues.map(({ issueMessage, path }) => `${path.map(({ type }) => type).join(' › ')}: ${issueMessage}`),
    ...unknown.map(type => `schema.org knows no ${type}`),
  ]
}
