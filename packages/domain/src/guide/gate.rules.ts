/** What still stands between a guide and the first case: a gate module by its id, the signed commitment (D-16), the coordinator's release. */
export type GateMissing = { kind: 'module'; moduleId: string } | { kind: 'commitment' } | { kind: 'release' }

/** The module that the coordinator's release closes: two visits together with an experienced guide. */
export const releaseModule = 'L-11'

export type GateFacts = {
  /** The framework's modules in their order. */
  modules: readonly { id: string; gate: boolean }[]
  passed: ReadonlySet<string>
  commitmentSigned: boolean
  released: boolean
}

/** Everything that is missing before the first case, in the order in which it is done; empty for a guide who may take one. */
export const listMissing = ({ modules, passed, commitmentSigned, released }: GateFacts): GateMissing[] => [
  ...modules.filter(({ id, gate }) => gate && id !== releaseModule && !passed.has(id)).map(({ id }) => ({ kind: 'module' as const, moduleId: id })),
  ...(commitmentSigned ? [] : [{ kind: 'commitment' as const }]),
  ...(released ? [] : [{ kind: 'release' as const }]),
]

/** Whether the coordinator may release now: nothing is missing but the release itself. */
export const canRelease = (missing: readonly GateMissing[]): boolean => missing.every(({ kind }) => kind === 'release')
