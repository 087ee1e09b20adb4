/** What a city has not told yet stands in square brackets in its pack; nobody can call or visit a bracket. */
export const known = (value: string | null): string | undefined => (value && !value.startsWith('[') ? value : undefined)

export const telHref = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`
