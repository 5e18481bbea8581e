import { useCallback, useEffect, useRef, useState } from 'react'
import type { Report } from '#exchange/model'
import type { Checked, Question } from './checked.ts'

export type Checking =
  | { readonly step: 'nothing' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'unreadable'; readonly name: string }
  | { readonly step: 'checked'; readonly name: string; readonly number: number; readonly report: Report }

/** The worker comes with the page, so that nothing is fetched once a file is chosen. The newest file counts. */
export function useChecking(): readonly [Checking, (file: File) => void] {
  const worker = useRef<Worker>(null)
  const newest = useRef(0)
  const [checking, setChecking] = useState<Checking>({ step: 'nothing' })
  useEffect(() => {
    const opened = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' })
    opened.addEventListener('message', ({ data }: MessageEvent<Checked>) => {
      if (data.number === newest.current) setChecking((before) => afterAnswer(before, data))
    })
    opened.addEventListener('error', () =>
      setChecking((before) => afterAnswer(before, { number: newest.current, report: null })),
    )
    worker.current = opened
    return () => opened.terminate()
  }, [])
  const check = useCallback((file: File) => {
    const question: Question = { number: ++newest.current, file }
    setChecking({ step: 'checking', name: file.name })
    worker.current?.postMessage(question)
  }, [])
  return [checking, check]
}

function afterAnswer(before: Checking, { number, report }: Checked): Checking {
  if (before.step === 'nothing') return before
  const { name } = before
  return report === null ? { step: 'unreadable', name } : { step: 'checked', name, number, report }
}
