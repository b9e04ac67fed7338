import type { z } from 'zod'

type Context = { addIssue: (issue: never) => void }

/** A form that is laid out otherwise than what it sends: the contract's own rules say what is wrong, `placeOf` where that stands in the form. */
export const checkedBy =
  <Values>(contract: z.ZodType, bodyOf: (values: Values) => unknown, placeOf: (path: PropertyKey[]) => PropertyKey[]) =>
  (values: Values, context: Context): void => {
    const { error } = contract.safeParse(bodyOf(values), { reportInput: true })
    // Without zod's own sentence, so that the form's is made.
    for (const { message: _, ...issue } of error?.issues ?? []) context.addIssue({ ...issue, path: placeOf(issue.path) } as never)
  }
