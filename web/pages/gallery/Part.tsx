import type { ReactNode } from 'react'
import { Section, Stack } from '../../ui/index.ts'
import './gallery.css'

/** One component, under its name in the code. */
export function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Section title={name}>
      <div className="gallery-part">
        <Stack>{children}</Stack>
      </div>
    </Section>
  )
}
