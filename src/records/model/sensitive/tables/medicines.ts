/**
 * Medicines by generic name and by brand: coded systems used in India have no classes, and Synthea's RxNorm names carry
 * the ingredient. Amitriptyline, nortriptyline and duloxetine (mostly for pain), benzodiazepines and opioids for pain are
 * left out: hiding them from a prescriber does more harm than they tell.
 */
import { rows, type Row } from '../category.ts'

const NACO = 'NACO, National Guidelines for HIV Care and Treatment 2021, antiretroviral drugs; ATC J05A'
const ANTIPSYCHOTICS = 'ATC N05A antipsychotics, lithium'
const ANTIDEPRESSANTS = 'ATC N06A antidepressants'
const CONTRACEPTIVES =
  'ATC G03A and G02B contraceptives; Reference Manual for Oral Contraceptive Pills, MoHFW 2016'
const SYNTHEA = 'Synthea, module contraceptives (Apache-2.0)'

export const MEDICINES: readonly Row[] = [
  ...rows(
    'hiv',
    NACO,
    `
    zidovudine, lamivudine, abacavir, tenofovir, emtricitabine, stavudine, didanosine, efavirenz,
    nevirapine, etravirine, rilpivirine, doravirine, dolutegravir, raltegravir, bictegravir,
    elvitegravir, cabotegravir, atazanavir, darunavir, lopinavir, ritonavir, nelfinavir, indinavir,
    cobicistat, maraviroc, enfuvirtide, fostemsavir, lenacapavir`,
  ),
  ...rows(
    'mental-health',
    ANTIPSYCHOTICS,
    `
    lithium, haloperidol, chlorpromazine, trifluoperazine, fluphenazine, flupenthixol, zuclopenthixol,
    risperidone, paliperidone, olanzapine, quetiapine, aripiprazole, ziprasidone, clozapine,
    amisulpride, levosulpiride, lurasidone, asenapine, brexpiprazole, cariprazine, iloperidone,
    blonanserin, pimozide, thioridazine`,
  ),
  ...rows(
    'mental-health',
    ANTIDEPRESSANTS,
    `
    sertraline, fluoxetine, escitalopram, citalopram, paroxetine, fluvoxamine, venlafaxine,
    desvenlafaxine, mirtazapine, bupropion, trazodone, imipramine, clomipramine, vilazodone,
    vortioxetine, agomelatine, milnacipran, dosulepin, moclobemide`,
  ),
  ...rows(
    'mental-health',
    'ATC N06BA stimulants for ADHD; N06D anti-dementia drugs',
    `
    methylphenidate, atomoxetine, lisdexamfetamine, donepezil, rivastigmine, galantamine, memantine,
    tacrine`,
  ),
  ...rows(
    'substance-use',
    'ATC N07BB, N07BC; NACO Opioid Substitution Therapy guideline',
    `
    disulfiram, acamprosate, naltrexone, nalmefene, buprenorphine, methadone`,
  ),
  ...rows(
    'reproductive',
    'MTP Act 1971 with Rules 2021; ATC G03XB, G02AD06',
    `
    mifepristone, misoprostol, mtp kit, unwanted kit, dinoprost*, carboprost`,
  ),
  ...rows(
    'reproductive',
    CONTRACEPTIVES,
    `
    levonorgestrel, ethinylestradiol, ethinyl estradiol, ethinyl oestradiol, desogestrel, drospirenone,
    gestodene, etonogestrel, norelgestromin, medroxyprogesterone, dmpa, centchroman, ormeloxifene,
    ulipristal, mala d, mala n, saheli, chhaya, antara, i pill, unwanted 72, copper t, cu t, mirena,
    emergency contraceptive`,
  ),
  ...rows(
    'reproductive',
    SYNTHEA,
    `
    yaz, levora, camila, seasonique, tri cyclen, trinessa, jolivette, errin, natazia, estrostep,
    nuvaring, kyleena, liletta, nexplanon, implanon, intrauterine system`,
  ),
  ...rows('reproductive', 'ATC G03GB ovulation stimulants', 'clomifene, clomiphene'),
  ...rows('sexual', 'ATC G04BE, G04BX14', 'sildenafil, tadalafil, vardenafil, avanafil, dapoxetine'),
]
