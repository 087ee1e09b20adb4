/** What the cookie carries: which session, and the token of its present generation. No right is in it. */
export type SessionClaims = { sid: string; tok: string }

export const sessionDays = 90
