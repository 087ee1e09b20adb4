export type WebLimits = {
  /** From the first name looked up to the last byte, hops included. */
  totalMs: number
  connectMs: number
  bodyBytes: number
  headerBytes: number
  hops: number
}

/** DECISIONS: 2 MB decoded, 10 s per request. */
export const webLimits: WebLimits = { totalMs: 10_000, connectMs: 4_000, bodyBytes: 2_000_000, headerBytes: 32_768, hops: 3 }
