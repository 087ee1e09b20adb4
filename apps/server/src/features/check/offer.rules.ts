import type { CheckKind } from '@digitallotsen/domain/check/answer.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'

/** The switch of the city's pack for each kind of check. */
const switches = { quick: 'quickCheck', full: 'fullCheck' } as const satisfies Record<CheckKind, keyof ResolvedPack['features']>

export const isOffered = ({ features }: Pick<ResolvedPack, 'features'>, kind: CheckKind): boolean => features[switches[kind]]

/** The kind asked for where the city offers it, else the other one; undefined where it offers neither. */
export const findOffered = (pack: Pick<ResolvedPack, 'features'>, wanted: CheckKind): CheckKind | undefined =>
  [wanted, wanted === 'full' ? 'quick' : 'full'].find((kind): kind is CheckKind => isOffered(pack, kind as CheckKind))
