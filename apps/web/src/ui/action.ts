import type { Contract, InputOf, OutputOf } from '@chung-tay/contracts/contract'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mutationOf } from '../api/query.ts'
import { toastDone, toastFailed } from './toast.tsx'

type ActionOptions<C extends Contract> = {
  /** What to say when it is done; a function gets the answer. */
  done: ReactNode | ((answer: OutputOf<C>) => ReactNode)
  /** Takes it back; offered in the message. */
  undo?: (answer: OutputOf<C>, input: InputOf<C>) => void
  onDone?: (answer: OutputOf<C>) => void
}

/** One button's work: calls a contract, says what became of it, and has the screen read again. Use `.mutate(input)` and `.isPending`. */
export const useAction = <C extends Contract>(contract: C, { done, undo, onDone }: ActionOptions<C>) => {
  const { mutationFn, retry, retryDelay, onSuccess, mutationKey } = mutationOf(contract)
  return useMutation({
    ...(mutationFn && { mutationFn }),
    ...(mutationKey && { mutationKey }),
    ...(retry !== undefined && { retry }),
    ...(retryDelay !== undefined && { retryDelay }),
    onSuccess: async (answer, input, result, context) => {
      onDone?.(answer)
      toastDone(typeof done === 'function' ? done(answer) : done, undo && (() => undo(answer, input)))
      await onSuccess?.(answer, input, result, context)
    },
    onError: toastFailed,
  })
}
