import type { Contract, InputOf, OutputOf } from '@chung-tay/contracts/contract'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type Path,
  type PathValue,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { ApiError, codeOf } from '../api/problem.ts'
import { mutationOf } from '../api/query.ts'
import { draftOf, dropDraft, keepDraft } from './drafts.ts'
import { fieldText } from './field-text.ts'
import { problemText } from './problem-text.ts'

export type FormContract = Contract & { body: z.ZodType<unknown, FieldValues> }
/** What a form of this contract holds: the body as it is sent. */
export type ValuesOf<C extends FormContract> = z.input<C['body']>

/** One field that somebody else changed while it was changed here too. */
export type Conflict = { name: string; label: string; theirs: string; mine: string; theirValue: unknown; mineValue: unknown }
export type Stale = { conflicts: Conflict[]; taken: { label: string; theirs: string }[] }

/** Files on their way that belong to a form. */
export type Held = {
  /** Whether any is still on its way or has failed. */
  waits: () => boolean
  /** Settles when none is on its way any more; false when one has failed. */
  arrived: () => Promise<boolean>
}

type Shown = { label: string; show: (value: unknown) => string }

export type RecordForm<Values extends FieldValues> = UseFormReturn<Values, unknown, Values> & {
  submit: (event?: React.BaseSyntheticEvent) => Promise<void>
  pending: boolean
  /** Submitted, and waiting for files that are still on their way. */
  waiting: boolean
  /** Files of this form: it is sent once they have arrived. Returns how to let go of them. */
  hold: (held: Held) => () => void
  held: () => boolean
  /** The refusal that belongs to no field. */
  problem: unknown
  /** When a draft was restored: the moment it was typed. */
  draftAt: Date | null
  discardDraft: () => void
  /** Somebody else saved meanwhile: what was merged, and what has to be decided. */
  stale: Stale | null
  choose: (name: string, value: unknown) => void
  /** Fields tell their label and how they show a value, for differences and messages. */
  describe: (name: string, shown: Shown) => void
  leaving: React.RefObject<boolean>
}

type RecordFormOptions<C extends FormContract> = {
  contract: C
  /** Names the draft: `employee:new`, `employee:${id}`. `null` keeps none (passwords). */
  draftKey: string | null
  /** What the form starts with: the record as it was loaded, or the empty one. */
  defaults: ValuesOf<C>
  /** The version of the record that was loaded; needed when the contract is versioned. */
  version?: number
  /** The whole input out of the body: `(body, version) => ({ params: { id }, body, version })`. */
  input: (body: ValuesOf<C>, version: number) => InputOf<C>
  /** Reads the record again after somebody else saved it (412). */
  reload?: () => Promise<{ values: ValuesOf<C>; version: number }>
  onSaved: (answer: OutputOf<C>) => void
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
const plain = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** Fields named in a refusal: of the shape check, or `details.field(s)` of a rule such as DUPLICATE. */
const fieldsOf = (error: ApiError): { path: string; message: string }[] => {
  if (error.fields.length > 0) return error.fields.map((field) => ({ path: field.path, message: fieldText(field) }))
  const { field, fields } = error.details
  const named = typeof field === 'string' ? [field] : Array.isArray(fields) ? fields.filter((name): name is string => typeof name === 'string') : []
  return named.map((path) => ({ path, message: error.code === 'DUPLICATE' ? fieldText({ code: 'duplicate' }) : problemText(error) }))
}

/**
 * A form on the body of a contract. Checks with the contract's own schema, sends, puts the server's field errors at their fields,
 * keeps a draft on the device until it is saved, and merges when somebody else saved meanwhile.
 */
export const useRecordForm = <C extends FormContract>(options: RecordFormOptions<C>): RecordForm<ValuesOf<C>> => {
  type Values = ValuesOf<C>
  const { contract, draftKey, defaults, input, reload, onSaved } = options
  const [draft] = useState(() => (draftKey === null ? null : draftOf<Values>(draftKey)))
  const [draftAt, setDraftAt] = useState(draft ? new Date(draft.at) : null)
  const [stale, setStale] = useState<Stale | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const base = useRef<Values>(defaults)
  const version = useRef(draft?.version ?? options.version ?? 0)
  const shown = useRef(new Map<string, Shown>())
  const leaving = useRef(false)
  const files = useRef(new Set<Held>())
  const [waiting, setWaiting] = useState(false)
  const resolver = zodResolver(contract.body, { error: fieldText }, { raw: true }) as unknown as Resolver<Values, unknown, Values>
  const form = useForm<Values, unknown, Values>({ defaultValues: defaults as DefaultValues<Values>, resolver })
  const mutation = useMutation(mutationOf(contract))

  useEffect(() => {
    if (draft) form.reset(draft.values, { keepDefaultValues: true })
  }, [draft, form])

  useEffect(() => {
    if (draftKey === null) return
    let timer: number | undefined
    let typed: Values | null = null
    const keep = () => {
      window.clearTimeout(timer)
      if (typed !== null && !leaving.current) keepDraft(draftKey, typed, version.current)
      typed = null
    }
    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        typed = isDirty ? values : null
        window.clearTimeout(timer)
        timer = window.setTimeout(keep, 300)
      },
    })
    // Whoever reloads or leaves right after the last letter loses nothing either.
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      stop()
      keep()
    }
  }, [draftKey, form])

  // What is sent late is sent by the rendering of then: with the record's version of then, and not at all once the form is gone.
  const latest = useRef<((body: Values) => Promise<void>) | null>(null)
  useEffect(() => {
    latest.current = save
    return () => {
      latest.current = null
    }
  })

  const textOf = (name: string, value: unknown) => shown.current.get(name)?.show(value) ?? plain(value)
  const labelOf = (name: string) => shown.current.get(name)?.label ?? name

  // Three ways: what only they changed is taken over, what only I changed stays, what both changed has to be decided.
  const merge = async () => {
    if (!reload) return setProblem(new ApiError(412, 'STALE'))
    const theirs = await reload()
    const mine = form.getValues()
    const names = Object.keys(theirs.values) as Path<Values>[]
    const changed = names.filter((name) => !same(theirs.values[name], base.current[name]))
    const taken = changed.filter((name) => same(mine[name], base.current[name]))
    const conflicts = changed.filter((name) => !taken.includes(name) && !same(mine[name], theirs.values[name]))
    base.current = theirs.values
    version.current = theirs.version
    const merged = { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs.values[name]])) }
    form.reset(theirs.values)
    for (const name of names) form.setValue(name, merged[name] as PathValue<Values, typeof name>, { shouldDirty: true })
    setStale({
      conflicts: conflicts.map((name) => ({
        name,
        label: labelOf(name),
        theirs: textOf(name, theirs.values[name]),
        mine: textOf(name, mine[name]),
        theirValue: theirs.values[name],
        mineValue: mine[name],
      })),
      taken: taken.map((name) => ({ label: labelOf(name), theirs: textOf(name, theirs.values[name]) })),
    })
  }

  const refuse = async (error: unknown) => {
    if (codeOf(error) === 'STALE') return merge()
    const located = error instanceof ApiError ? fieldsOf(error).filter(({ path }) => shown.current.has(path)) : []
    located.forEach(({ path, message }, at) => {
      form.setError(path as FieldPath<Values>, { type: 'server', message }, { shouldFocus: at === 0 })
    })
    setProblem(error)
  }

  const save = async (body: Values) => {
    setProblem(null)
    try {
      const answer = await mutation.mutateAsync(input(body, version.current))
      leaving.current = true
      if (draftKey !== null) dropDraft(draftKey)
      setStale(null)
      onSaved(answer)
    } catch (error) {
      await refuse(error).catch(setProblem)
    }
  }

  const submit = async (event?: React.BaseSyntheticEvent) => {
    event?.preventDefault()
    // A form inside a drawer inside another form must not submit that one too.
    event?.stopPropagation()
    if (waiting || mutation.isPending) return
    const held = [...files.current]
    if (held.some(({ waits }) => waits())) {
      setWaiting(true)
      const arrived = await Promise.all(held.map((one) => one.arrived()))
      setWaiting(false)
      if (arrived.includes(false)) return
    }
    await form.handleSubmit((body) => latest.current?.(body))(event)
  }

  return {
    ...form,
    submit,
    waiting,
    hold: (held) => {
      files.current.add(held)
      return () => {
        files.current.delete(held)
      }
    },
    held: () => [...files.current].some(({ waits }) => waits()),
    pending: mutation.isPending,
    problem,
    draftAt,
    discardDraft: () => {
      if (draftKey !== null) dropDraft(draftKey)
      version.current = options.version ?? 0
      setDraftAt(null)
      form.reset(defaults)
    },
    stale,
    choose: (name, value) =>
      form.setValue(name as Path<Values>, value as PathValue<Values, Path<Values>>, { shouldDirty: true, shouldValidate: true }),
    describe: (name, field) => {
      shown.current.set(name, field)
    },
    leaving,
  }
}

/** Lets a form wait for files on their way; called with what `useUploads` gives. */
export const useHeld = <Values extends FieldValues>({ hold }: RecordForm<Values>, files: Held): void => {
  const latest = useRef(files)
  useEffect(() => {
    latest.current = files
  })
  useEffect(() => hold({ waits: () => latest.current.waits(), arrived: () => latest.current.arrived() }), [])
}
