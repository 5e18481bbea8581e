/** Hindi words in texts and file names, as stems: endings follow. The names of the Acts are from their official Hindi texts. */
import { rows, type Row } from '../category.ts'

const USAGE = 'as public health pages in Hindi write it'

export const HINDI: readonly Row[] = [
  ...rows(
    'hiv',
    `HIV and AIDS Act 2017, Hindi text (मानव रोगक्षम अल्पता विषाणु); NACO, ${USAGE}`,
    'एचआईवी*, एच आई वी, एड्स*, मानव रोगक्षम, एंटीरेट्रोवायरल*',
  ),
  ...rows(
    'mental-health',
    `Mental Healthcare Act 2017, Hindi text (मानसिक स्वास्थ्य देखरेख); ${USAGE}`,
    `
    मानसिक*, मनोरोग*, मनोचिकित्स*, मनोविकार*, मनोविदलता*, अवसाद*, डिप्रेशन*, सिज़ोफ्रेनिया*,
    स्किज़ोफ्रेनिया*, सिजोफ्रेनिया*, उन्माद*, बाइपोलर*, पागलपन*, मनोभ्रंश*, निम्हांस*`,
  ),
  ...rows(
    'substance-use',
    `NDPS Act 1985, Hindi text (स्वापक ओषधि); Nasha Mukt Bharat Abhiyaan; ${USAGE}`,
    `
    नशा*, नशे*, नशामुक्ति*, शराब*, मद्य*, अफीम*, गांजा*, गाँजा*, चरस, हेरोइन*, स्मैक, व्यसन*, स्वापक*,
    लत`,
  ),
  ...rows(
    'sexual',
    `POCSO Act 2012, Hindi text (लैंगिक अपराध); NACO, ${USAGE}`,
    `
    यौन*, लैंगिक*, गुप्त रोग*, सिफलिस*, उपदंश*, सूजाक*, गोनोरिया*, नपुंसक*, शीघ्रपतन*, स्तंभन*,
    समलैंगिक*, वेश्या*`,
  ),
  ...rows(
    'reproductive',
    `MTP Act 1971, Hindi text (गर्भ का चिकित्सीय समापन); family planning programme, ${USAGE}`,
    `
    गर्भपात*, गर्भनिरोध*, गर्भ निरोध*, गर्भ समापन*, चिकित्सीय समापन*, परिवार नियोजन*, नसबंदी*, बांझ*,
    बाँझ*, कंडोम*, कॉपर टी, अनचाहा गर्भ*, गर्भ जांच*, गर्भावस्था परीक्षण*, गर्भावस्था जांच*, निःसंतान*`,
  ),
  ...rows(
    'abuse',
    `Domestic Violence Act 2005, Hindi text (घरेलू हिंसा); ${USAGE}`,
    `
    घरेलू हिंसा*, बलात्कार*, दुष्कर्म*, छेड़छाड़*, बाल शोषण*, उत्पीड़न*, दहेज*`,
  ),
  ...rows(
    'gender-identity',
    `Transgender Persons Act 2019, Hindi text (उभयलिंगी व्यक्ति); ${USAGE}`,
    `
    उभयलिंगी*, ट्रांसजेंडर*, किन्नर*, हिजड़ा*, तृतीय लिंग*, लिंग परिवर्तन*`,
  ),
  ...rows('genetic', USAGE, 'आनुवंशिक*, अनुवांशिक*, जेनेटिक*, गुणसूत्र*, डीएनए'),
  ...rows(
    'self-harm',
    `Mental Healthcare Act 2017 s. 115, Hindi text (आत्महत्या); ${USAGE}`,
    `
    आत्महत्या*, खुदकुशी*, आत्मघात*, आत्महानि*, ज़हर खा*, जहर खा*`,
  ),
]
