import { useNavigate } from '@solidjs/router'
import { useMutation } from '@tanstack/solid-query'
import type { CheckKind, CheckMoment } from '@digitallotsen/domain/check/answer.schemas.ts'
import { useApp } from '../../app/app-context.ts'
import { newKey } from '../../lib/new-key.ts'
import { writeRecord } from './answer-store.ts'

type Started = { assessmentId: string; key: string | null; kind: CheckKind; moment: CheckMoment }

/** Begins a check by the call given, remembers it on this device and goes to it; a double click begins one check. */
export const useStart = (call: (idempotencyKey: string) => Promise<Started>) => {
  const { shelf } = useApp()
  const navigate = useNavigate()
  const idempotencyKey = newKey()
  return useMutation(() => ({
    mutationFn: () => call(idempotencyKey),
    onSuccess: ({ assessmentId, ...started }: Started) => {
      writeRecord(shelf, assessmentId, { ...started, startedAt: new Date().toISOString(), position: null, positionSent: true, submitted: false })
      navigate(`/check/${assessmentId}`)
    },
  }))
}
