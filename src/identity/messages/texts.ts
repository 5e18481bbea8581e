/**
 * What messages say, in the person's language. The code comes first, so that a phone shows it on a locked screen and
 * an SMS in Hindi or Kannada (70 characters a segment) ends early. Nothing clinical, no links.
 */
import type { Language } from '#http/model'

export type Said =
  | { readonly kind: 'sign-up'; readonly code: string }
  /** `card`: the last digits of the health ID, for a phone that serves a family. */
  | { readonly kind: 'password'; readonly code: string; readonly card: string }
  | { readonly kind: 'contact'; readonly code: string }
  | { readonly kind: 'contact-changed'; readonly to: string }
  | { readonly kind: 'registration'; readonly code: string; readonly organisation: string }
  | ({ readonly kind: 'consent'; readonly code: string } & ConsentWords)
  | { readonly kind: 'invitation'; readonly organisation: string }

/** What a code for a consent says beside it: no kinds. */
export interface ConsentWords {
  readonly reader: string
  readonly organisation: string
  readonly entries: number
  readonly minutes: number
}

export interface Words {
  readonly subject: string
  readonly text: string
}

type Catalogue = { readonly [K in Said['kind']]: (said: Extract<Said, { readonly kind: K }>) => Words }

const english: Catalogue = {
  'sign-up': ({ code }) => ({
    subject: 'Your code for Twinchart',
    text: `${code} is your code to finish signing up.`,
  }),
  password: ({ code, card }) => ({
    subject: 'A new password for Twinchart',
    text: `${code} is the code for a new password (card ending ${card}). Not you? Do nothing.`,
  }),
  contact: ({ code }) => ({
    subject: 'Your code for Twinchart',
    text: `${code} confirms this as your contact.`,
  }),
  'contact-changed': ({ to }) => ({
    subject: 'Your contact was changed',
    text: `Messages from Twinchart now go to ${to}. If this was not you, sign in and change it back.`,
  }),
  registration: ({ code, organisation }) => ({
    subject: 'Registration at a hospital',
    text: `${code} registers you at ${organisation}. Tell it at the counter only.`,
  }),
  consent: ({ code, reader, organisation, entries, minutes }) => ({
    subject: 'A doctor asks to read your chart',
    text: `${code} lets ${reader}, ${organisation}, read ${entries} entries for ${minutes} minutes. Tell it only if you agree.`,
  }),
  invitation: ({ organisation }) => ({
    subject: 'An invitation',
    text: `${organisation} wants to register you as staff. Sign in to Twinchart to answer.`,
  }),
}

const hindi: Catalogue = {
  'sign-up': ({ code }) => ({ subject: 'Twinchart का कोड', text: `${code} आपका पंजीकरण पूरा करने का कोड है।` }),
  password: ({ code, card }) => ({
    subject: 'Twinchart का नया पासवर्ड',
    text: `${code} नए पासवर्ड का कोड है (कार्ड का अंत ${card})। आप नहीं? कुछ न करें।`,
  }),
  contact: ({ code }) => ({ subject: 'Twinchart का कोड', text: `${code} से यह आपका संपर्क बनेगा।` }),
  'contact-changed': ({ to }) => ({
    subject: 'आपका संपर्क बदला गया',
    text: `Twinchart के संदेश अब ${to} पर जाएँगे। आपने नहीं बदला? साइन इन करके वापस बदलें।`,
  }),
  registration: ({ code, organisation }) => ({
    subject: 'अस्पताल में पंजीकरण',
    text: `${code}: ${organisation} में पंजीकरण। केवल काउंटर पर बताएँ।`,
  }),
  consent: ({ code, reader, organisation, entries, minutes }) => ({
    subject: 'डॉक्टर आपका चार्ट पढ़ना चाहते हैं',
    text: `${code}: ${reader}, ${organisation} ${minutes} मिनट ${entries} प्रविष्टियाँ पढ़ सकेंगे। सहमत हों तभी बताएँ।`,
  }),
  invitation: ({ organisation }) => ({
    subject: 'निमंत्रण',
    text: `${organisation} आपको कर्मचारी के रूप में जोड़ना चाहता है। उत्तर देने के लिए Twinchart में साइन इन करें।`,
  }),
}

const kannada: Catalogue = {
  'sign-up': ({ code }) => ({ subject: 'Twinchart ಕೋಡ್', text: `${code} ನಿಮ್ಮ ನೋಂದಣಿ ಮುಗಿಸುವ ಕೋಡ್.` }),
  password: ({ code, card }) => ({
    subject: 'Twinchart ಹೊಸ ಪಾಸ್‌ವರ್ಡ್',
    text: `${code} ಹೊಸ ಪಾಸ್‌ವರ್ಡ್‌ನ ಕೋಡ್ (ಕಾರ್ಡ್ ಕೊನೆ ${card}). ನೀವಲ್ಲವೇ? ಏನೂ ಮಾಡಬೇಡಿ.`,
  }),
  contact: ({ code }) => ({ subject: 'Twinchart ಕೋಡ್', text: `${code} ಇದನ್ನು ನಿಮ್ಮ ಸಂಪರ್ಕವೆಂದು ಖಚಿತಪಡಿಸುತ್ತದೆ.` }),
  'contact-changed': ({ to }) => ({
    subject: 'ನಿಮ್ಮ ಸಂಪರ್ಕ ಬದಲಾಗಿದೆ',
    text: `Twinchart ಸಂದೇಶಗಳು ಇನ್ನು ${to} ಗೆ ಬರುತ್ತವೆ. ನೀವು ಬದಲಿಸಿಲ್ಲವೇ? ಸೈನ್ ಇನ್ ಮಾಡಿ ಮತ್ತೆ ಬದಲಿಸಿ.`,
  }),
  registration: ({ code, organisation }) => ({
    subject: 'ಆಸ್ಪತ್ರೆಯಲ್ಲಿ ನೋಂದಣಿ',
    text: `${code}: ${organisation} ನಲ್ಲಿ ನೋಂದಣಿ. ಕೌಂಟರ್‌ನಲ್ಲಿ ಮಾತ್ರ ಹೇಳಿ.`,
  }),
  consent: ({ code, reader, organisation, entries, minutes }) => ({
    subject: 'ವೈದ್ಯರು ನಿಮ್ಮ ಚಾರ್ಟ್ ಓದಲು ಕೇಳುತ್ತಿದ್ದಾರೆ',
    text: `${code}: ${reader}, ${organisation} ${minutes} ನಿಮಿಷ ${entries} ನಮೂದುಗಳನ್ನು ಓದಬಹುದು. ಒಪ್ಪಿದರೆ ಮಾತ್ರ ಹೇಳಿ.`,
  }),
  invitation: ({ organisation }) => ({
    subject: 'ಆಹ್ವಾನ',
    text: `${organisation} ನಿಮ್ಮನ್ನು ಸಿಬ್ಬಂದಿಯಾಗಿ ನೋಂದಾಯಿಸಲು ಬಯಸುತ್ತದೆ. ಉತ್ತರಿಸಲು Twinchart ಗೆ ಸೈನ್ ಇನ್ ಮಾಡಿ.`,
  }),
}

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, hi: hindi, kn: kannada }

export function wordsOf<K extends Said['kind']>(
  language: Language,
  kind: K,
  said: Extract<Said, { readonly kind: K }>,
): Words {
  return catalogues[language][kind](said)
}
