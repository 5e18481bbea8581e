import { Tabs as MantineTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import './tabs.css'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
}

interface TabsProps<Value extends string> {
  /** What they are views of. */
  readonly label: string
  readonly tabs: readonly Tab<Value>[]
  readonly value: Value
  readonly onValue: (value: Value) => void
  /** The view that is chosen. */
  readonly children: ReactNode
}

/** A few views of one thing; arrow keys go from one to the next. */
export function Tabs<Value extends string>({ label, tabs, value, onValue, children }: TabsProps<Value>) {
  const choose = (chosen: string | null) =>
    tabs.filter((tab) => tab.value === chosen).forEach((tab) => onValue(tab.value))
  return (
    <MantineTabs className="tabs" value={value} onChange={choose} keepMounted={false}>
      <MantineTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <MantineTabs.Tab key={tab.value} className="tabs-tab" value={tab.value}>
            {tab.label}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      <MantineTabs.Panel className="tabs-panel" value={value}>
        {children}
      </MantineTabs.Panel>
    </MantineTabs>
  )
}
