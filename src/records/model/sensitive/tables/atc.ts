/** ATC classes (WHO Collaborating Centre for Drug Statistics Methodology); what begins so is in the class. */
import { rows, type Row } from '../category.ts'

const ATC = 'WHO ATC index 2024'

export const ATC_CLASSES: readonly Row[] = [
  ...rows(
    'hiv',
    `${ATC}: protease, reverse transcriptase, integrase inhibitors and their combinations`,
    'J05AE, J05AF, J05AG, J05AJ, J05AR',
  ),
  ...rows(
    'mental-health',
    `${ATC}: antipsychotics with lithium; antidepressants; stimulants for ADHD; anti-dementia drugs`,
    'N05A, N06A, N06BA, N06D',
  ),
  ...rows('substance-use', `${ATC}: drugs used in alcohol and opioid dependence`, 'N07BB, N07BC'),
  ...rows(
    'reproductive',
    `${ATC}: contraceptives, ovulation stimulants, mifepristone, misoprostol`,
    'G02B, G03A, G03GB, G03XB, G02AD06',
  ),
  ...rows('sexual', `${ATC}: drugs used in erectile dysfunction; dapoxetine`, 'G04BE, G04BX14'),
  ...rows('gender-identity', `${ATC}: antiandrogens`, 'G03H'),
]
