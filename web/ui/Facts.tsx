import type { ReactNode } from 'react'
import './facts.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** What is known of one thing, each with its name: beside each other on a desk, under each other on a phone. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ label, value }) => (
        <div key={label} className="facts-pair">
          <dt className="facts-label">{label}</dt>
          <dd className="facts-value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
