/** Who is in the scenario; at each width others of the same names, for the node remembers the first. */
import type { HealthId } from '#identity/model'

import type { Someone } from './someone.ts'
import type { NewPerson } from './steps/account.ts'

const PHONES: Readonly<Record<number, string>> = { 360: '+919845000360', 1280: '+919845001280' }

export interface Cast {
  readonly asha: NewPerson
  /** Who shares a phone with her. */
  readonly girish: NewPerson
  readonly administrator: NewPerson
  readonly doctor: NewPerson
  readonly clerk: NewPerson
  readonly phone: string
  readonly hospital: string
  readonly number: (kind: string) => string
}

/** Somebody with a chart. */
export interface Patient {
  readonly someone: Someone
  readonly healthId: HealthId
}

export function castAt(width: number): Cast {
  const at = (name: string) => `${name}.${width}@example.org`
  const phone = PHONES[width] ?? `+9198450${width}`
  const asha = { name: 'Asha Kulkarni', born: '1984-05-14', sex: 'Female', contact: at('asha') } as const
  const girish = { name: 'Girish Kulkarni', born: '1979-11-02', sex: 'Male', contact: phone } as const
  const doctor = { name: 'Kavitha Rao', born: '1981-09-23', sex: 'Female', contact: at('kavitha') } as const
  const clerk = { name: 'Suresh Naik', born: '1992-07-08', sex: 'Male', contact: at('suresh') } as const
  const administrator = {
    ...{ name: 'Manjunath Hegde', born: '1968-01-30', sex: 'Male' as const, contact: at('manjunath') },
  }
  const number = (kind: string) => `${kind} ${width}`
  return {
    asha,
    girish,
    administrator,
    doctor,
    clerk,
    phone,
    hospital: `Sanjeevani Hospital ${width}`,
    number,
  }
}
