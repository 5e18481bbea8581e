/** Kannada words in texts and file names, as stems: endings follow. The names of the Acts are from their Kannada texts. */
import { rows, type Row } from '../category.ts'

const USAGE = 'as public health pages in Kannada write it'

export const KANNADA: readonly Row[] = [
  ...rows(
    'hiv',
    `Karnataka State AIDS Prevention Society, ${USAGE}`,
    'ಎಚ್ಐವಿ*, ಹೆಚ್ಐವಿ*, ಎಚ್ ಐ ವಿ, ಹೆಚ್ ಐ ವಿ, ಏಡ್ಸ್*, ಏಯ್ಡ್ಸ್*',
  ),
  ...rows(
    'mental-health',
    `Mental Healthcare Act 2017, Kannada text (ಮಾನಸಿಕ ಆರೋಗ್ಯ ಆರೈಕೆ); ${USAGE}`,
    `
    ಮಾನಸಿಕ*, ಮನೋರೋಗ*, ಮನೋವೈದ್ಯ*, ಮನೋವ್ಯಾಧಿ*, ಮನಶ್ಶಾಸ್ತ್ರ*, ಖಿನ್ನತೆ*, ಡಿಪ್ರೆಶನ್*, ಬುದ್ಧಿಮಾಂದ್ಯ*,
    ಸ್ಕಿಜೋಫ್ರೇನಿಯಾ*, ಚಿತ್ತವಿಕಲ*, ಹುಚ್ಚು*, ಉನ್ಮಾದ*, ಮರೆಗುಳಿ*, ನಿಮ್ಹಾನ್ಸ್*`,
  ),
  ...rows(
    'substance-use',
    `Karnataka Temperance Board (ಮದ್ಯಪಾನ ಸಂಯಮ ಮಂಡಳಿ); ${USAGE}`,
    `
    ಮದ್ಯ*, ಕುಡಿತ*, ಮಾದಕ*, ವ್ಯಸನ*, ದುಶ್ಚಟ*, ಗಾಂಜಾ*, ಅಫೀಮು*, ಸಾರಾಯಿ*, ಹೆರಾಯಿನ್*, ಸ್ವಾಪಕ*`,
  ),
  ...rows(
    'sexual',
    `POCSO Act 2012, Kannada text (ಲೈಂಗಿಕ ಅಪರಾಧ); ${USAGE}`,
    `
    ಲೈಂಗಿಕ*, ಗುಹ್ಯ ರೋಗ*, ಗುಪ್ತ ರೋಗ*, ಸಿಫಿಲಿಸ್*, ಗೊನೊರಿಯಾ*, ಗೊನೋರಿಯಾ*, ನಪುಂಸಕ*, ನಿಮಿರು ದೌರ್ಬಲ್ಯ*, ಸಲಿಂಗ*,
    ವೇಶ್ಯಾ*`,
  ),
  ...rows(
    'reproductive',
    `Family welfare programme (ಕುಟುಂಬ ಕಲ್ಯಾಣ), ${USAGE}`,
    `
    ಗರ್ಭಪಾತ*, ಗರ್ಭನಿರೋಧ*, ಗರ್ಭ ನಿರೋಧ*, ಕುಟುಂಬ ಯೋಜನೆ*, ಸಂತಾನಹರಣ*, ಸಂತಾನ ಹರಣ*, ಬಂಜೆತನ*, ವಂಧ್ಯತ್ವ*,
    ಕಾಂಡೋಮ್*, ಕಾಪರ್ ಟಿ, ಬೇಡದ ಗರ್ಭ*, ಬೇಡವಾದ ಗರ್ಭ*, ಗರ್ಭಧಾರಣೆ ಪರೀಕ್ಷೆ*, ಗರ್ಭ ಪರೀಕ್ಷೆ*, ವಂಕಿ`,
  ),
  ...rows(
    'abuse',
    `Domestic Violence Act 2005, Kannada text (ಕೌಟುಂಬಿಕ ದೌರ್ಜನ್ಯ); ${USAGE}`,
    `
    ಅತ್ಯಾಚಾರ*, ದೌರ್ಜನ್ಯ*, ಕೌಟುಂಬಿಕ ಹಿಂಸೆ*, ಗೃಹ ಹಿಂಸೆ*, ಕಿರುಕುಳ*, ವರದಕ್ಷಿಣೆ*, ಸಾಂತ್ವನ ಕೇಂದ್ರ*`,
  ),
  ...rows(
    'gender-identity',
    `Karnataka State Policy on Transgenders 2017 (ಲಿಂಗತ್ವ ಅಲ್ಪಸಂಖ್ಯಾತರು); ${USAGE}`,
    `
    ಲಿಂಗತ್ವ*, ಮಂಗಳಮುಖಿ*, ತೃತೀಯ ಲಿಂಗ*, ಟ್ರಾನ್ಸ್ಜೆಂಡರ್*, ಲಿಂಗ ಪರಿವರ್ತನೆ*, ಹಿಜಡಾ*`,
  ),
  ...rows(
    'genetic',
    USAGE,
    `
    ಆನುವಂಶಿಕ*, ಅನುವಂಶಿಕ*, ವಂಶವಾಹಿ*, ಜೆನೆಟಿಕ್*, ವರ್ಣತಂತು*, ಡಿಎನ್ಎ`,
  ),
  ...rows(
    'self-harm',
    `Mental Healthcare Act 2017 s. 115 (ಆತ್ಮಹತ್ಯೆ); ${USAGE}`,
    `
    ಆತ್ಮಹತ್ಯೆ*, ಆತ್ಮಹತ್ಯಾ*, ಆತ್ಮಘಾತ*, ವಿಷ ಸೇವನೆ*, ವಿಷ ಸೇವಿಸಿ*, ನೇಣು*`,
  ),
]
