/**
 * What was typed, kept in this tab until it is sent: a session that runs out loads the page anew. Under the name of whoever
 * typed it, so that the next to sign in here does not find it.
 */
import { useState } from 'react'
import { z } from 'zod'
import { useMe } from '../../app/session.ts'

type Texts<Name extends string> = Readonly<Record<Name, string>>

const textsSchema = z.record(z.string(), z.string())

export function useKept<Name extends string>(subject: string, start: Texts<Name>) {
  const key = `twinchart.desk.${useMe()?.person ?? ''}.${subject}`
  const [values, setValues] = useState(() => ({ ...start, ...keptUnder(key) }))
  const keep = (next: Texts<Name>) => {
    setValues(next)
    sessionStorage.setItem(key, JSON.stringify(next))
  }
  return {
    values,
    set: (name: Name, value: string) => keep({ ...values, [name]: value }),
    clear() {
      setValues(start)
      sessionStorage.removeItem(key)
    },
  }
}

function keptUnder(key: string): Readonly<Record<string, string>> {
  const text = sessionStorage.getItem(key)
  return text === null ? {} : textsSchema.parse(JSON.parse(text))
}
