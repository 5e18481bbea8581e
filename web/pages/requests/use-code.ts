import { useMutation } from '@tanstack/react-query'
import { prepareEndpoint, type Decision } from '#consent/model'
import { call } from '../../app/client.ts'

/** Sends a one-time password for exactly this decision; one more makes the last one worthless. */
export function useCode(request: string) {
  return useMutation({
    mutationFn: (decision: Decision) =>
      call(prepareEndpoint, { params: { request }, body: { ...decision, by: 'otp' } }),
  })
}

export type CodeSending = ReturnType<typeof useCode>
