/** The pandemic in Karnataka, and who could be vaccinated from when. */

export interface Wave {
  readonly from: string
  readonly to: string
  /** Of a hundred people, how many were tested and how many of these were found infected. */
  readonly tested: number
  readonly positive: number
}

/** The three waves by the state's daily bulletins: October 2020, May 2021, January 2022. */
export const WAVES: readonly Wave[] = [
  { from: '2020-08-01', to: '2020-11-10', tested: 16, positive: 25 },
  { from: '2021-04-05', to: '2021-06-20', tested: 24, positive: 35 },
  { from: '2022-01-05', to: '2022-02-10', tested: 16, positive: 40 },
]

/** Ages by the day from which they were offered a dose (Ministry of Health, operational guidelines of 2021 and 2022). */
export const ELIGIBLE: readonly { readonly age: number; readonly since: string }[] = [
  { age: 60, since: '2021-03-01' },
  { age: 45, since: '2021-04-01' },
  { age: 18, since: '2021-06-21' },
  { age: 15, since: '2022-01-03' },
]

/** Of adults of Karnataka: first dose nearly all, second nearly all of these, a third dose one in five (Co-WIN). */
export const UPTAKE = { first: 0.95, second: 0.93, third: 0.2 } as const

/** Weeks to the second dose: 12 to 16 after Covishield (advice of 13 May 2021), 4 to 6 after Covaxin. */
export const SECOND_AFTER = { covishield: [84, 112], covaxin: [28, 42] } as const
