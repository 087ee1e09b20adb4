/** A random UUID; `crypto.randomUUID` is missing on plain HTTP, as on a phone that opens the city by its network address. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** One key per intent: the same input repeats the same request, other input or a success begins a new one. */
export const createRequestKey = () => {
  let last: string | undefined
  let key = newKey()
  return {
    keyOf: (input: unknown): string => {
      const now = JSON.stringify(input)
      if (last !== undefined && now !== last) key = newKey()
      last = now
      return key
    },
    renew: (): void => {
      last = undefined
      key = newKey()
    },
  }
}
