import type { CheckRule, Place } from '../check.types.ts'
import { failsAt, notChecked } from '../outcome.ts'

const version = /[\w)]\/\d|\s\d{1,3}(?:\.\d|\b)|^\d{1,3}(?:\.\d{1,4})+$/

export const headers: CheckRule = {
  id: 'S-01',
  needsPage: false,
  judge: ({ snapshot }) => {
    const [first] = snapshot.pages
    if (!first || first.status === undefined) return notChecked('no_page')
    const has = (name: string) => (first.headers[name] ?? []).some(value => value.trim() !== '')
    const missing = [
      ...(has('strict-transport-security') ? [] : ['Strict-Transport-Security']),
      ...(has('x-content-type-options') ? [] : ['X-Content-Type-Options']),
      ...(has('content-security-policy') || has('x-frame-options') ? [] : ['Content-Security-Policy']),
      ...(has('referrer-policy') ? [] : ['Referrer-Policy']),
    ]
    const page = first.finalUrl
    const told = ['server', 'x-powered-by', 'x-generator'].flatMap(name => (first.headers[name] ?? []).filter(value => version.test(value)).map((value): Place => ({ cause: 'headers.version', page, quote: `${name}: ${value}` })))
    return failsAt([...missing.map((quote): Place => ({ cause: 'headers.missing', page, quote })), ...told], { missing })
  },
}
