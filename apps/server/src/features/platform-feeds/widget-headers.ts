/**
 * The one page that may stand in a foreign frame, and therefore the one that can do nothing: no script, form, connection or picture,
 * only its own style, known by its hash.
 */
export const widgetHeaders = (styleSource: string): Record<string, string> => ({
  'content-security-policy': `default-src 'none'; style-src ${styleSource}; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-robots-tag': 'noindex',
})

/** An older header that would forbid the frame. */
export const withoutFrameOptions = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'x-frame-options'))
