import { linearSumAssignment } from 'linear-sum-assignment'
import type { Assign } from '@digitallotsen/domain/matching/matching.types.ts'

/** Jonker-Volgenant by the library; whole numbers stay exact, since it only adds and subtracts them. */
export const bestAssignment: Assign = values => Array.from(linearSumAssignment(values, { maximaze: true }).rowAssignments)
