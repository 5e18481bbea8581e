import { useState, type FormEvent } from 'react'
import type { z } from 'zod'

type Texts<Name extends string> = Readonly<Record<Name, string>>

/** What is wrong, by the name of the field. */
export type Messages<Name extends string> = Readonly<Partial<Record<Name, string | undefined>>>

interface FormOptions<Name extends string> {
  readonly start: Texts<Name>
  /** Why it cannot be sent as it is; of nothing, it can. */
  readonly check: (values: Texts<Name>) => Messages<Name>
  readonly send: (values: Texts<Name>) => void
}

interface FormState<Name extends string> {
  readonly values: Texts<Name>
  readonly messageFor: (name: Name) => string | undefined
  readonly set: (name: Name, value: string) => void
  /** What a field of ours takes. */
  readonly field: (name: Name) => {
    readonly name: Name
    readonly value: string
    readonly onValue: (value: string) => void
    readonly message: string | undefined
  }
  readonly submit: (event: FormEvent<HTMLFormElement>) => void
}

/** What is typed, and what is wrong with it: said when it is sent, not while it is typed (GOV.UK design system, validation). */
export function useForm<Name extends string>({ start, check, send }: FormOptions<Name>): FormState<Name> {
  const [values, setValues] = useState(start)
  const [tried, setTried] = useState(false)
  const messages = tried ? check(values) : undefined
  const messageFor = (name: Name) => messages?.[name]
  const set = (name: Name, value: string) => setValues((before) => ({ ...before, [name]: value }))
  return {
    values,
    messageFor,
    set,
    field: (name) => ({
      name,
      value: values[name],
      onValue: (value) => set(name, value),
      message: messageFor(name),
    }),
    submit: (event) => {
      event.preventDefault()
      setTried(true)
      if (isRight(check(values))) send(values)
      else focusFirstWrong(event.currentTarget)
    },
  }
}

/** The fields that the server would refuse, in the order of the form. */
export function wrongFields<Name extends string>(
  schema: z.ZodType,
  values: Texts<Name>,
  fields: readonly Name[],
): readonly Name[] {
  const wrong = new Set(schema.safeParse(values).error?.issues.map(({ path }) => path[0]))
  return fields.filter((field) => wrong.has(field))
}

function isRight(messages: Messages<string>): boolean {
  return Object.values(messages).every((message) => message === undefined)
}

/** Once the messages are drawn. */
function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
