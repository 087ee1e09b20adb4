/** How long is waited for what. A dialogue often comes a second after the page. */
export type VisitPace = { loadMs: number; restMs: number; quietMs: number; patienceMs: number; axeMs: number }

export const visitPace: VisitPace = { loadMs: 10_000, restMs: 2_500, quietMs: 700, patienceMs: 5_000, axeMs: 6_000 }
