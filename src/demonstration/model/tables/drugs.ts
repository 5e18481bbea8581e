/**
 * What is prescribed: the generic name in capitals (Drugs Rules 1945 r. 65(10)), form, strength, WHO ATC code, the dose
 * and days an adult usually gets, and the brand a private prescription would carry. Three figures mean morning, noon, night.
 */
type Form = 'Tab.' | 'Cap.' | 'Syp.' | 'Inj.' | 'Inhaler' | 'Sachet' | 'Cream' | 'Drops'

type DrugRow = readonly [
  generic: string,
  form: Form,
  strength: string,
  atc: string,
  dose: string,
  days: number,
  brand?: string,
]

// prettier-ignore
const DRUGS = {
  paracetamol: ['PARACETAMOL', 'Tab.', '650 mg', 'N02BE01', '1-1-1', 3, 'Dolo 650'],
  paracetamolSyrup: ['PARACETAMOL', 'Syp.', '250 mg/5 mL', 'N02BE01', 'SOS', 3, 'Calpol 250'],
  cetirizine: ['CETIRIZINE', 'Tab.', '10 mg', 'R06AE07', '0-0-1', 5, 'Cetzine'],
  cetirizineSyrup: ['CETIRIZINE', 'Syp.', '5 mg/5 mL', 'R06AE07', 'HS', 5],
  azithromycin: ['AZITHROMYCIN', 'Tab.', '500 mg', 'J01FA10', '1-0-0', 3, 'Azithral 500'],
  amoxicillinClavulanate: ['AMOXICILLIN + CLAVULANIC ACID', 'Tab.', '625 mg', 'J01CR02', '1-0-1', 5, 'Augmentin 625 Duo'],
  amoxicillin: ['AMOXICILLIN', 'Cap.', '500 mg', 'J01CA04', '1-1-1', 5],
  amoxicillinSyrup: ['AMOXICILLIN', 'Syp.', '125 mg/5 mL', 'J01CA04', 'TDS', 5, 'Mox'],
  pantoprazoleDomperidone: ['PANTOPRAZOLE + DOMPERIDONE', 'Cap.', '40 mg + 30 mg SR', 'A02BC02', '1-0-0', 7, 'Pan-D'],
  pantoprazole: ['PANTOPRAZOLE', 'Tab.', '40 mg', 'A02BC02', '1-0-0', 7],
  oralSalts: ['ORAL REHYDRATION SALTS', 'Sachet', '20.5 g', 'A07CA', 'SOS', 3, 'Electral'],
  zinc: ['ZINC SULPHATE', 'Tab.', '20 mg', 'A12CB01', 'OD', 14],
  ofloxacinOrnidazole: ['OFLOXACIN + ORNIDAZOLE', 'Tab.', '200 mg + 500 mg', 'J01RA09', '1-0-1', 3, 'O2'],
  metronidazole: ['METRONIDAZOLE', 'Tab.', '400 mg', 'P01AB01', '1-1-1', 5],
  doxycycline: ['DOXYCYCLINE', 'Cap.', '100 mg', 'J01AA02', '1-0-1', 7, 'Doxy-1'],
  cefixime: ['CEFIXIME', 'Tab.', '200 mg', 'J01DD08', '1-0-1', 10, 'Taxim-O 200'],
  ceftriaxone: ['CEFTRIAXONE', 'Inj.', '1 g', 'J01DD04', 'BD', 5, 'Monocef'],
  nitrofurantoin: ['NITROFURANTOIN', 'Cap.', '100 mg', 'J01XE01', '1-0-1', 5, 'Niftran'],
  albendazole: ['ALBENDAZOLE', 'Tab.', '400 mg', 'P02CA03', 'stat', 1],
  clotrimazole: ['CLOTRIMAZOLE', 'Cream', '1 %', 'D01AC01', '1-0-1', 14, 'Candid'],
  moxifloxacinDrops: ['MOXIFLOXACIN', 'Drops', '0.5 %', 'S01AE07', 'QID', 5, 'Milflox'],
  aceclofenac: ['ACECLOFENAC + PARACETAMOL', 'Tab.', '100 mg + 325 mg', 'M01AB16', '1-0-1', 5, 'Zerodol-P'],
  diclofenac: ['DICLOFENAC', 'Tab.', '50 mg', 'M01AB05', '1-0-1', 5],
  dextromethorphan: ['DEXTROMETHORPHAN + CHLORPHENIRAMINE', 'Syp.', '100 mL', 'R05DA20', 'TDS', 5, 'Alex'],
  tetanusToxoid: ['TETANUS AND DIPHTHERIA TOXOID', 'Inj.', '0.5 mL', 'J07AM51', 'stat', 1],
  antiSnakeVenom: ['SNAKE ANTIVENOM, POLYVALENT', 'Inj.', '10 mL', 'J06AA03', 'stat', 1],
  chloroquine: ['CHLOROQUINE', 'Tab.', '250 mg', 'P01BA01', 'OD', 3],
  primaquine: ['PRIMAQUINE', 'Tab.', '7.5 mg', 'P01BA03', '1-0-1', 14],
  cotrimoxazole: ['SULFAMETHOXAZOLE + TRIMETHOPRIM', 'Tab.', '800 mg + 160 mg', 'J01EE01', '1-0-0', 90, 'Septran DS'],
  ironFolicAcid: ['FERROUS SULPHATE + FOLIC ACID', 'Tab.', '100 mg + 0.5 mg', 'B03AD03', '0-1-0', 30],
  ironSyrup: ['FERROUS SULPHATE + FOLIC ACID', 'Syp.', '20 mg + 0.1 mg/mL', 'B03AD03', 'OD', 30],
  calcium: ['CALCIUM CARBONATE + VITAMIN D3', 'Tab.', '500 mg + 250 IU', 'A12AX', '0-0-1', 30, 'Shelcal'],
  metformin: ['METFORMIN', 'Tab.', '500 mg', 'A10BA02', '1-0-1', 30, 'Glycomet 500'],
  glimepiride: ['GLIMEPIRIDE', 'Tab.', '1 mg', 'A10BB12', '1-0-0', 30],
  glimepirideMetformin: ['GLIMEPIRIDE + METFORMIN', 'Tab.', '1 mg + 500 mg SR', 'A10BD02', '1-0-1', 30, 'Glycomet-GP 1'],
  vildagliptin: ['VILDAGLIPTIN', 'Tab.', '50 mg', 'A10BH02', '1-0-1', 30, 'Galvus'],
  amlodipine: ['AMLODIPINE', 'Tab.', '5 mg', 'C08CA01', '1-0-0', 30, 'Amlong 5'],
  telmisartan: ['TELMISARTAN', 'Tab.', '40 mg', 'C09CA07', '1-0-0', 30, 'Telma 40'],
  telmisartanAmlodipine: ['TELMISARTAN + AMLODIPINE', 'Tab.', '40 mg + 5 mg', 'C09DB04', '1-0-0', 30, 'Telma-AM'],
  atorvastatin: ['ATORVASTATIN', 'Tab.', '10 mg', 'C10AA05', '0-0-1', 30, 'Atorva 10'],
  aspirin: ['ASPIRIN', 'Tab.', '75 mg', 'B01AC06', '0-1-0', 30, 'Ecosprin 75'],
  metoprolol: ['METOPROLOL SUCCINATE', 'Tab.', '25 mg XL', 'C07AB02', '1-0-0', 30, 'Met XL 25'],
  levothyroxine: ['LEVOTHYROXINE', 'Tab.', '50 mcg', 'H03AA01', '1-0-0', 30, 'Thyronorm 50'],
  budesonideFormoterol: ['BUDESONIDE + FORMOTEROL', 'Inhaler', '200 mcg + 6 mcg', 'R03AK07', '1-0-1', 30, 'Foracort 200'],
  salbutamol: ['SALBUTAMOL', 'Inhaler', '100 mcg', 'R03AC02', 'SOS', 30, 'Asthalin'],
  sodiumBicarbonate: ['SODIUM BICARBONATE', 'Tab.', '500 mg', 'B05CB04', '1-1-1', 30],
  fourDrugTb: ['ISONIAZID + RIFAMPICIN + PYRAZINAMIDE + ETHAMBUTOL', 'Tab.', '75/150/400/275 mg', 'J04AM06', 'OD', 28],
  threeDrugTb: ['ISONIAZID + RIFAMPICIN + ETHAMBUTOL', 'Tab.', '75/150/275 mg', 'J04AM07', 'OD', 28],
  tenofovirLamivudineDolutegravir: ['TENOFOVIR + LAMIVUDINE + DOLUTEGRAVIR', 'Tab.', '300/300/50 mg', 'J05AR27', '0-0-1', 90],
  escitalopram: ['ESCITALOPRAM', 'Tab.', '10 mg', 'N06AB10', '0-0-1', 30, 'Nexito 10'],
  clonazepam: ['CLONAZEPAM', 'Tab.', '0.25 mg', 'N03AE01', 'HS', 10],
  chlordiazepoxide: ['CHLORDIAZEPOXIDE', 'Tab.', '25 mg', 'N05BA02', '1-1-1', 7, 'Librium 25'],
  disulfiram: ['DISULFIRAM', 'Tab.', '250 mg', 'N07BB01', '1-0-0', 30],
  thiamine: ['THIAMINE', 'Tab.', '100 mg', 'A11DA01', '1-0-1', 30],
  contraceptivePill: ['LEVONORGESTREL + ETHINYLESTRADIOL', 'Tab.', '0.15 mg + 0.03 mg', 'G03AA07', 'HS', 84, 'Mala-N'],
  mifepristoneMisoprostol: ['MIFEPRISTONE + MISOPROSTOL', 'Tab.', '200 mg + 200 mcg', 'G03XB51', 'stat', 1],
  oxytocin: ['OXYTOCIN', 'Inj.', '10 IU', 'H01BB02', 'stat', 1],
  ivermectin: ['IVERMECTIN', 'Tab.', '12 mg', 'P02CF01', '1-0-0', 3],
  vitaminC: ['ASCORBIC ACID + ZINC', 'Tab.', '500 mg', 'A11GB01', '1-0-1', 10, 'Limcee'],
  dexamethasone: ['DEXAMETHASONE', 'Inj.', '6 mg', 'H02AB02', 'OD', 7],
  furosemide: ['FUROSEMIDE', 'Inj.', '40 mg', 'C03CA01', 'BD', 3, 'Lasix'],
} as const satisfies Readonly<Record<string, DrugRow>>

export type DrugKey = keyof typeof DRUGS
export type Allergen = 'penicillin' | 'sulfonamide' | 'nsaid'

export interface Drug {
  readonly generic: string
  readonly form: Form
  readonly strength: string
  readonly atc: string
  readonly dose: string
  readonly days: number
  readonly brand: string | undefined
}

export function drugOf(key: DrugKey): Drug {
  const row: DrugRow = DRUGS[key]
  const [generic, form, strength, atc, dose, days, brand] = row
  return { generic, form, strength, atc, dose, days, brand }
}

/** What an allergy forbids, and what is given in its place. */
export const ALLERGENS: Readonly<
  Record<Allergen, { readonly drugs: readonly DrugKey[]; readonly instead: DrugKey }>
> = {
  penicillin: {
    drugs: ['amoxicillinClavulanate', 'amoxicillin', 'amoxicillinSyrup'],
    instead: 'azithromycin',
  },
  sulfonamide: { drugs: ['cotrimoxazole'], instead: 'doxycycline' },
  nsaid: { drugs: ['aceclofenac', 'diclofenac'], instead: 'paracetamol' },
}

/** Medicines that are sensitive from the start (clinic.md, "Sensitive by default"). */
export const SENSITIVE_DRUGS: readonly DrugKey[] = [
  'tenofovirLamivudineDolutegravir',
  'escitalopram',
  'clonazepam',
  'chlordiazepoxide',
  'disulfiram',
  'contraceptivePill',
  'mifepristoneMisoprostol',
]

export const CHILD_FORMS: Readonly<Partial<Record<DrugKey, DrugKey>>> = {
  paracetamol: 'paracetamolSyrup',
  cetirizine: 'cetirizineSyrup',
  azithromycin: 'amoxicillinSyrup',
  amoxicillinClavulanate: 'amoxicillinSyrup',
  amoxicillin: 'amoxicillinSyrup',
  ironFolicAcid: 'ironSyrup',
  oralSalts: 'oralSalts',
  zinc: 'zinc',
  albendazole: 'albendazole',
  clotrimazole: 'clotrimazole',
  moxifloxacinDrops: 'moxifloxacinDrops',
  dextromethorphan: 'dextromethorphan',
  ceftriaxone: 'ceftriaxone',
  antiSnakeVenom: 'antiSnakeVenom',
  salbutamol: 'salbutamol',
  tetanusToxoid: 'tetanusToxoid',
}
