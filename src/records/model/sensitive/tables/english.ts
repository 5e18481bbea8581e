/**
 * English words in texts and file names. A star ends a stem; a word with a capital is looked for as it is written; what
 * follows a slash are words that, just before, make it something else. Tobacco is left out, as 42 CFR 2.11 does.
 */
import { rows, type Row } from '../category.ts'

export const ENGLISH: readonly Row[] = [
  ...rows(
    'hiv',
    'HIV and AIDS (Prevention and Control) Act 2017 s. 2; NACO',
    `
    hiv, AIDS/hearing|visual|walking|mobility|teaching, hiv aids, aids test, retroviral, retro viral,
    PLHIV, PrEP, human immunodeficiency, immunodeficiency virus, cd 4, viral load/hbv|hcv|dna|b|c,
    seropositive, on ART, ART drugs, ART regimen, western blot, p24 antigen, RVD`,
  ),
  ...rows(
    'mental-health',
    'ICD-10 chapter V, headings and inclusion terms',
    `
    schizo*, psychosis, psychotic*, bipolar disorder, bipolar affective, mania, manic, BPAD,
    hallucinat*, delusion*, depression/st|respiratory|marrow|segment|myocardial|cns|immune|bone,
    depressive, dysthymi*, anxiety, panic attack*, panic disorder, phobia/photo|hydro, obsessive, OCD,
    PTSD, posttraumatic stress, post traumatic stress, personality disorder, adhd, attention deficit,
    autis*, intellectual disab*, mental retardation, mental health, mental illness, mental disorder*,
    mentally ill, dementia, alzheimer*, anorexia nervosa, bulimi*, counselling psycholog*, psycholog*,
    psychodynamic, cognitive behav*, electroconvulsive, GAD 7, phq, conversion disorder, dissociative,
    somatoform, insomnia nonorganic, antipsychotic*, antidepress*`,
  ),
  ...rows(
    'substance-use',
    'ICD-10 F10 to F19; NDPS Act 1985; 42 CFR 2.11',
    `
    alcoholi*/non, alcohol use, alcohol abuse, alcohol depend*, alcohol withdrawal, alcohol consumption,
    alcohol intake, alcohol intoxication, alcohol free diet, alcohol addict*, alcohol craving, craving
    for alcohol, drinks alcohol, consumes alcohol, ethanol, delirium tremens, drug abuse, drug addict*,
    drug depend*, drug overdose, substance abuse, substance use, substance depend*, substance misuse,
    opioid abuse, opioid use disorder, opioid depend*, opioid addict*, opium, heroin, brown sugar,
    cocaine, cannabi*, ganja, charas, marijuana, amphetamine*, LSD, MDMA, ketamine abuse, iv drug use*,
    injecting drug, PWID, drug screen, drug detox*, detoxification, urine drug, toxicology screen,
    addict*, audit c`,
  ),
  ...rows(
    'sexual',
    'ICD-10 A50 to A64, F52; NACO STI guideline',
    `
    sexual*, sexually, STD, STI, venereal*, vdrl, rpr, syphili*, gonorrh*, gonococ*, chlamydia*,
    chancroid, lymphogranuloma venereum, genital herpes, herpes genitalis, genital wart*, anogenital
    wart*, condyloma*, trichomon*, erectile dysfunction, impotence, premature ejaculation, libido,
    homosexual*, bisexual*, MSM, sex worker, treponema*, tpha`,
  ),
  ...rows(
    'reproductive',
    'ICD-10 N97, O00 to O08, Z30 to Z33; MTP Act 1971',
    `
    abortion*, abortus, miscarriage*, termination of pregnancy, pregnancy termination, MTP kit, MTP
    done, for MTP, MTP act, ectopic pregnan*, tubal pregnan*, blighted ovum, molar pregnan*, missed ab,
    unwanted pregnan*, pregnancy test*, UPT, upt positive, urine pregnancy, beta hcg, hcg, chorionic
    gonadotropin, choriogonadotropin, contracepti*, birth control, oral pill, OCP, ocps, condom*, iucd,
    iud, intrauterine device, vasectomy, tubectomy, tubal ligation, female sterili*, infertil*,
    subfertil*, ivf, icsi, intrauterine insemination, in vitro fertili*, embryo transfer, semen
    analysis, sperm count, azoosperm*, oligosperm*, surrogacy, ovulation induction`,
  ),
  ...rows(
    'abuse',
    'ICD-10 T74, Y05 to Y07; PWDVA 2005; POCSO Act 2012',
    `
    domestic violence, intimate partner violence, sexual assault, rape, raped, pocso, molest*, child
    abuse, sexual abuse, physical abuse, emotional abuse, domestic abuse, elder abuse, spousal abuse,
    abuse status, battered, maltreat*, neglected child, dowry harassment, victim of violence,
    trafficking victim, assaulted by husband, beaten by husband`,
  ),
  ...rows(
    'gender-identity',
    'ICD-10 F64; Transgender Persons Act 2019',
    `
    transgender*, transsexual*, trans woman, trans man, gender dysphoria, gender identity, gender
    incongruence, sex reassignment, gender affirm*, gender reassignment, hijra, kinnar, intersex,
    nonbinary, cross sex hormone*`,
  ),
  ...rows(
    'genetic',
    'ICD-10 Z13.7, Z14, Z15, Z31.5; ICMR Guidelines for genetic testing',
    `
    genetic*, karyotyp*, chromosom*, brca, brca1, brca2, exome, genome sequenc*, carrier screen*,
    carrier status, hereditary cancer, dna test, paternity, amniocentesis, chorionic villus, nipt,
    aneuploid*, huntington*, mutation analysis`,
  ),
  ...rows(
    'self-harm',
    'ICD-10 X60 to X84',
    `
    suicid*, self harm*, selfharm, self inflicted, self poison*, self immolation, attempted hanging,
    deliberate overdose, intentional overdose, parasuicid*, slashed wrist*, wrist slash*`,
  ),
  ...rows(
    'self-harm',
    'Pesticides are the commonest means of suicide in rural India (Mew et al., J Affect Disord 2017)',
    `
    organophosph* poison*, OP poisoning, OPC poisoning, pesticide poison*, insecticide poison*,
    paraquat, rat poison, rodenticide, consumed poison, alleged poison*`,
  ),
]
