import { useMutation, useQueryClient } from '@tanstack/solid-query'
import { useApp } from '../../app/app-context.ts'
import { sendForm } from '../../lib/send-form.ts'
import type { Inputs, Outputs } from '../../lib/trpc.ts'
import { useMerchant } from './merchant-context.ts'
import { merchantQuery, planQuery } from './merchant.queries.ts'

/** As it comes over the wire, the same from every call. */
type Plan = NonNullable<Outputs['plan']['get']>
type NewPhoto = { taskId: string; file: Blob; alt: string; idempotencyKey: string }

const sendPhoto = ({ file, ...fields }: NewPhoto): Promise<void> => sendForm('/upload/evidence', fields, file)

/**
 * Everything that changes the plan of the shop one is in; each answer is the plan as it stands afterwards. The caller brings the key of its
 * intent, so that a call repeated on the way acts once.
 */
export const usePlanChanges = () => {
  const { api } = useApp()
  const { found } = useMerchant()
  const client = useQueryClient()
  const merchantId = found().merchant.id
  const accept = (plan: Plan): void => {
    client.setQueryData(planQuery(api, merchantId).queryKey, plan)
    void client.invalidateQueries({ queryKey: merchantQuery(api, merchantId).queryKey })
  }
  /** A refusal may mean that the plan has changed elsewhere. */
  const reread = (): void => void client.invalidateQueries({ queryKey: planQuery(api, merchantId).queryKey })
  const acting = <Input>(act: (input: Input) => Promise<Plan>) => useMutation(() => ({ mutationFn: act, onSuccess: accept, onError: reread }))
  return {
    change: acting((input: Inputs['plan']['change']) => api.plan.change.mutate(input)),
    addText: acting((input: Inputs['evidence']['addText']) => api.evidence.addText.mutate(input)),
    addPhoto: acting(async (input: NewPhoto) => {
      await sendPhoto(input)
      const plan = await api.plan.get.query({ merchantId })
      if (!plan) throw new Error('The plan of the photo is gone.')
      return plan
    }),
    remove: acting((evidenceId: string) => api.evidence.remove.mutate({ evidenceId })),
    restore: acting((evidenceId: string) => api.evidence.restore.mutate({ evidenceId })),
  }
}

export type PlanChanges = ReturnType<typeof usePlanChanges>
