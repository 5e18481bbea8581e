/** What is said of the patient in the scenario, and may be read nowhere but in its pages. */
export const WORDS = {
  stray: 'Serum ferritin was found to be 11 micrograms',
  discharge: 'Admitted with dengue fever and discharged in stable condition',
  counselling: 'Counselling for depression after a bereavement',
  home: 'Sugar measured at home before breakfast: 131',
  reason: 'Fever and joint pains since Monday',
} as const

export const NOTE = 'Fever for three days, no rash. Fluids and paracetamol; come back on Thursday.'
