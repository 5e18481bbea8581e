/**
 * What is common in primary care in India: codes and titles of ICD-10 (World Health Organization, version 2019), titles
 * shortened where no meaning is lost. After the second bar, what doctors write for it: Indian shorthand and everyday words.
 */
export const ICD10_TABLE = `
A01.0|Typhoid fever|enteric fever
A02.0|Salmonella enteritis|
A03.9|Shigellosis, unspecified|bacillary dysentery
A06.0|Acute amoebic dysentery|amoebiasis
A06.9|Amoebiasis, unspecified|amebiasis
A07.1|Giardiasis|
A08.4|Viral intestinal infection, unspecified|viral gastroenteritis
A09.0|Other gastroenteritis and colitis of infectious origin|AGE acute gastroenteritis diarrhoea loose stools ADD
A09.9|Gastroenteritis and colitis of unspecified origin|GE gastroenteritis diarrhea
A15.0|Tuberculosis of lung, confirmed by sputum microscopy|PTB pulmonary TB koch AFB positive
A16.2|Tuberculosis of lung, without mention of confirmation|PTB clinically diagnosed TB
A18.2|Tuberculous peripheral lymphadenopathy|TB lymphadenitis scrofula
A16.5|Tuberculous pleurisy, without mention of confirmation|TB pleural effusion
A27.9|Leptospirosis, unspecified|lepto weil
A30.9|Leprosy, unspecified|hansen
A33|Tetanus neonatorum|
A35|Other tetanus|lockjaw
A36.9|Diphtheria, unspecified|
A37.9|Whooping cough, unspecified|pertussis
A38|Scarlet fever|
A46|Erysipelas|
A49.9|Bacterial infection, unspecified|
A53.9|Syphilis, unspecified|VDRL positive
A54.9|Gonococcal infection, unspecified|gonorrhoea
A63.0|Anogenital warts|
A75.3|Typhus fever due to Rickettsia tsutsugamushi|scrub typhus
A82.9|Rabies, unspecified|
A87.9|Viral meningitis, unspecified|
A90|Dengue fever|dengue classical NS1
A91|Dengue haemorrhagic fever|DHF severe dengue
A92.0|Chikungunya virus disease|chik
A98.2|Kyasanur Forest disease|KFD monkey fever
B00.1|Herpesviral vesicular dermatitis|herpes labialis cold sore
B01.9|Varicella without complication|chickenpox
B02.9|Zoster without complication|shingles herpes zoster
B05.9|Measles without complication|
B06.9|Rubella without complication|german measles
B07|Viral warts|verruca
B08.1|Molluscum contagiosum|
B08.4|Enteroviral vesicular stomatitis with exanthem|HFMD hand foot mouth
B15.9|Hepatitis A without hepatic coma|jaundice viral hepatitis
B16.9|Acute hepatitis B without delta agent|HBsAg
B17.2|Acute hepatitis E|
B18.1|Chronic viral hepatitis B without delta agent|CHB HBV
B18.2|Chronic viral hepatitis C|HCV
B20|HIV disease resulting in infectious and parasitic diseases|AIDS
B24|Unspecified HIV disease|PLHIV retroviral disease RVD
B26.9|Mumps without complication|
B34.9|Viral infection, unspecified|viral fever VF
B35.0|Tinea barbae and tinea capitis|ringworm scalp
B35.1|Tinea unguium|onychomycosis
B35.3|Tinea pedis|athlete foot
B35.4|Tinea corporis|ringworm dermatophytosis
B35.6|Tinea cruris|jock itch
B36.0|Pityriasis versicolor|tinea versicolor
B37.0|Candidal stomatitis|oral thrush
B37.3|Candidiasis of vulva and vagina|VVC
B50.9|Plasmodium falciparum malaria, unspecified|Pf malaria
B51.9|Plasmodium vivax malaria without complication|Pv malaria
B54|Unspecified malaria|
B55.0|Visceral leishmaniasis|kala azar
B74.9|Filariasis, unspecified|elephantiasis
B76.9|Hookworm disease, unspecified|
B77.9|Ascariasis, unspecified|roundworm
B80|Enterobiasis|pinworm threadworm
B82.9|Intestinal parasitism, unspecified|worm infestation
B85.0|Pediculosis due to Pediculus humanus capitis|head lice
B86|Scabies|
C18.9|Malignant neoplasm of colon, unspecified|Ca colon
C34.9|Malignant neoplasm of bronchus or lung, unspecified|Ca lung
C50.9|Malignant neoplasm of breast, unspecified|Ca breast
C53.9|Malignant neoplasm of cervix uteri, unspecified|Ca cervix
C06.9|Malignant neoplasm of mouth, unspecified|Ca oral cavity
C61|Malignant neoplasm of prostate|Ca prostate
D17.9|Benign lipomatous neoplasm, unspecified|lipoma
D25.9|Leiomyoma of uterus, unspecified|fibroid
D50.9|Iron deficiency anaemia, unspecified|IDA anemia
D51.9|Vitamin B12 deficiency anaemia, unspecified|
D53.9|Nutritional anaemia, unspecified|
D56.9|Thalassaemia, unspecified|
D57.1|Sickle-cell anaemia without crisis|SCD
D64.9|Anaemia, unspecified|anemia
D69.6|Thrombocytopenia, unspecified|low platelets
E01.0|Iodine-deficiency-related diffuse goitre|
E03.9|Hypothyroidism, unspecified|hypothyroid
E04.9|Nontoxic goitre, unspecified|
E05.9|Thyrotoxicosis, unspecified|hyperthyroidism graves
E06.3|Autoimmune thyroiditis|hashimoto
E10.9|Type 1 diabetes mellitus without complications|T1DM
E11.9|Type 2 diabetes mellitus without complications|T2DM DM2 NIDDM DM sugar
E11.2|Type 2 diabetes mellitus with renal complications|diabetic nephropathy DKD
E11.3|Type 2 diabetes mellitus with ophthalmic complications|diabetic retinopathy
E11.4|Type 2 diabetes mellitus with neurological complications|diabetic neuropathy DPN
E11.5|Type 2 diabetes mellitus with peripheral circulatory complications|diabetic foot
E16.2|Hypoglycaemia, unspecified|low sugar
E28.2|Polycystic ovarian syndrome|PCOS PCOD
E44.0|Moderate protein-energy malnutrition|MAM
E43|Unspecified severe protein-energy malnutrition|SAM
E46|Unspecified protein-energy malnutrition|PEM
E50.9|Vitamin A deficiency, unspecified|bitot
E53.8|Deficiency of other specified B group vitamins|B12 deficiency
E55.0|Rickets, active|
E55.9|Vitamin D deficiency, unspecified|vit D
E66.9|Obesity, unspecified|
E78.0|Pure hypercholesterolaemia|high cholesterol
E78.1|Pure hyperglyceridaemia|high triglycerides
E78.5|Hyperlipidaemia, unspecified|dyslipidemia DLP
E86|Volume depletion|dehydration
E87.1|Hypo-osmolality and hyponatraemia|low sodium
F10.1|Harmful use of alcohol|
F10.2|Alcohol dependence syndrome|ADS
F17.2|Tobacco dependence syndrome|smoking nicotine
F20.9|Schizophrenia, unspecified|
F31.9|Bipolar affective disorder, unspecified|BPAD
F32.9|Depressive episode, unspecified|depression MDD
F41.0|Panic disorder|
F41.1|Generalized anxiety disorder|GAD
F41.9|Anxiety disorder, unspecified|
F43.2|Adjustment disorders|
F45.9|Somatoform disorder, unspecified|
F51.0|Nonorganic insomnia|
F03|Unspecified dementia|
F79.9|Unspecified mental retardation|intellectual disability
G20|Parkinson disease|PD
G40.9|Epilepsy, unspecified|seizure disorder fits
G43.9|Migraine, unspecified|
G44.2|Tension-type headache|TTH
G45.9|Transient cerebral ischaemic attack, unspecified|TIA
G47.3|Sleep apnoea|OSA
G51.0|Bell palsy|facial palsy
G56.0|Carpal tunnel syndrome|CTS
G62.9|Polyneuropathy, unspecified|peripheral neuropathy
G80.9|Cerebral palsy, unspecified|CP
G81.9|Hemiplegia, unspecified|hemiparesis
H00.0|Hordeolum and other deep inflammation of eyelid|stye
H01.0|Blepharitis|
H10.1|Acute atopic conjunctivitis|allergic conjunctivitis
H10.9|Conjunctivitis, unspecified|red eye pink eye
H11.0|Pterygium|
H16.0|Corneal ulcer|
H25.9|Senile cataract, unspecified|
H40.9|Glaucoma, unspecified|
H52.1|Myopia|refractive error
H52.4|Presbyopia|
H60.9|Otitis externa, unspecified|OE
H61.2|Impacted cerumen|ear wax
H65.9|Nonsuppurative otitis media, unspecified|OME glue ear
H66.0|Acute suppurative otitis media|ASOM
H66.3|Other chronic suppurative otitis media|CSOM
H81.1|Benign paroxysmal vertigo|BPPV
H81.9|Disorder of vestibular function, unspecified|vertigo giddiness
H91.9|Hearing loss, unspecified|
I05.9|Mitral valve disease, unspecified|RHD
I09.9|Rheumatic heart disease, unspecified|RHD
I00|Rheumatic fever without mention of heart involvement|ARF
I10|Essential (primary) hypertension|HTN high BP
I11.9|Hypertensive heart disease without heart failure|HHD
I20.9|Angina pectoris, unspecified|
I21.9|Acute myocardial infarction, unspecified|MI STEMI NSTEMI heart attack
I24.9|Acute ischaemic heart disease, unspecified|ACS
I25.9|Chronic ischaemic heart disease, unspecified|IHD CAD
I42.9|Cardiomyopathy, unspecified|DCM
I48.9|Atrial fibrillation and atrial flutter, unspecified|AF
I50.9|Heart failure, unspecified|CCF CHF
I61.9|Intracerebral haemorrhage, unspecified|ICH
I63.9|Cerebral infarction, unspecified|ischaemic stroke
I64|Stroke, not specified as haemorrhage or infarction|CVA
I73.9|Peripheral vascular disease, unspecified|PVD
I80.2|Phlebitis and thrombophlebitis of other deep vessels of lower extremities|DVT
I83.9|Varicose veins of lower extremities without ulcer or inflammation|
I95.9|Hypotension, unspecified|low BP
J00|Acute nasopharyngitis|common cold coryza
J01.9|Acute sinusitis, unspecified|
J02.9|Acute pharyngitis, unspecified|sore throat
J03.9|Acute tonsillitis, unspecified|
J04.0|Acute laryngitis|
J05.0|Acute obstructive laryngitis|croup
J06.9|Acute upper respiratory infection, unspecified|URTI URI ARI cough cold
J10.1|Influenza with other respiratory manifestations, seasonal influenza virus identified|H3N2 flu
J11.1|Influenza with other respiratory manifestations, virus not identified|ILI flu
J15.9|Bacterial pneumonia, unspecified|
J18.0|Bronchopneumonia, unspecified|
J18.9|Pneumonia, unspecified|CAP LRTI
J20.9|Acute bronchitis, unspecified|
J21.9|Acute bronchiolitis, unspecified|
J22|Unspecified acute lower respiratory infection|LRTI
J30.4|Allergic rhinitis, unspecified|AR
J32.9|Chronic sinusitis, unspecified|
J33.9|Nasal polyp, unspecified|
J34.2|Deviated nasal septum|DNS
J35.0|Chronic tonsillitis|
J40|Bronchitis, not specified as acute or chronic|
J42|Unspecified chronic bronchitis|
J44.1|Chronic obstructive pulmonary disease with acute exacerbation|AECOPD
J44.9|Chronic obstructive pulmonary disease, unspecified|COPD
J45.9|Asthma, unspecified|BA bronchial asthma wheeze
J46|Status asthmaticus|acute severe asthma
J90|Pleural effusion, not elsewhere classified|
K02.9|Dental caries, unspecified|tooth decay
K04.7|Periapical abscess without sinus|dental abscess
K05.1|Chronic gingivitis|gum bleeding
K08.8|Other specified disorders of teeth|toothache
K12.0|Recurrent oral aphthae|mouth ulcer
K21.9|Gastro-oesophageal reflux disease without oesophagitis|GERD
K25.9|Gastric ulcer without haemorrhage or perforation|
K26.9|Duodenal ulcer without haemorrhage or perforation|
K27.9|Peptic ulcer, site unspecified, without haemorrhage or perforation|APD acid peptic disease PUD
K29.7|Gastritis, unspecified|
K30|Functional dyspepsia|indigestion
K35.8|Acute appendicitis, other and unspecified|
K40.9|Unilateral inguinal hernia, without obstruction or gangrene|
K42.9|Umbilical hernia without obstruction or gangrene|
K52.9|Noninfective gastroenteritis and colitis, unspecified|
K58.9|Irritable bowel syndrome without diarrhoea|IBS
K59.0|Constipation|
K60.2|Anal fissure, unspecified|
K60.3|Anal fistula|
K64.9|Haemorrhoids, unspecified|piles
K70.9|Alcoholic liver disease, unspecified|ALD
K74.6|Other and unspecified cirrhosis of liver|DCLD
K76.0|Fatty (change of) liver, not elsewhere classified|NAFLD
K80.2|Calculus of gallbladder without cholecystitis|gallstones cholelithiasis
K81.0|Acute cholecystitis|
K85.9|Acute pancreatitis, unspecified|
K92.2|Gastrointestinal haemorrhage, unspecified|GI bleed malena
L01.0|Impetigo|pyoderma
L02.9|Cutaneous abscess, furuncle and carbuncle, unspecified|boil
L03.9|Cellulitis, unspecified|
L08.9|Local infection of skin, unspecified|
L20.9|Atopic dermatitis, unspecified|eczema
L21.9|Seborrhoeic dermatitis, unspecified|dandruff
L23.9|Allergic contact dermatitis, unspecified cause|ACD
L29.9|Pruritus, unspecified|itching
L30.9|Dermatitis, unspecified|eczema
L40.9|Psoriasis, unspecified|
L50.9|Urticaria, unspecified|hives
L63.9|Alopecia areata, unspecified|
L70.0|Acne vulgaris|pimples
L80|Vitiligo|
L81.1|Chloasma|melasma
L84|Corns and callosities|
L89.9|Decubitus ulcer and pressure area, unspecified|bed sore
L97|Ulcer of lower limb, not elsewhere classified|leg ulcer
M06.9|Rheumatoid arthritis, unspecified|RA
M10.9|Gout, unspecified|
M13.9|Arthritis, unspecified|joint pain
M17.9|Gonarthrosis, unspecified|OA knee osteoarthritis
M19.9|Arthrosis, unspecified|OA osteoarthritis
M25.5|Pain in joint|arthralgia
M32.9|Systemic lupus erythematosus, unspecified|SLE
M45|Ankylosing spondylitis|AS
M47.8|Other spondylosis|cervical spondylosis lumbar
M51.2|Other specified intervertebral disc displacement|PIVD IVDP slipped disc
M54.2|Cervicalgia|neck pain
M54.3|Sciatica|
M54.5|Low back pain|LBA LBP backache
M62.6|Muscle strain|
M65.9|Synovitis and tenosynovitis, unspecified|
M72.2|Plantar fascial fibromatosis|plantar fasciitis heel pain
M75.0|Adhesive capsulitis of shoulder|frozen shoulder periarthritis
M77.1|Lateral epicondylitis|tennis elbow
M79.1|Myalgia|body pain
M79.7|Fibromyalgia|
M81.9|Osteoporosis, unspecified|
N04.9|Nephrotic syndrome, unspecified|
N05.9|Unspecified nephritic syndrome|glomerulonephritis
N10|Acute tubulo-interstitial nephritis|pyelonephritis
N17.9|Acute renal failure, unspecified|AKI
N18.9|Chronic kidney disease, unspecified|CKD
N20.0|Calculus of kidney|renal stone
N20.1|Calculus of ureter|ureteric colic
N30.0|Acute cystitis|
N39.0|Urinary tract infection, site not specified|UTI
N40|Hyperplasia of prostate|BPH BEP
N43.3|Hydrocele, unspecified|
N47|Redundant prepuce, phimosis and paraphimosis|
N48.4|Impotence of organic origin|ED
N61|Inflammatory disorders of breast|mastitis breast abscess
N63|Unspecified lump in breast|
N73.9|Female pelvic inflammatory disease, unspecified|PID
N76.0|Acute vaginitis|white discharge
N81.9|Female genital prolapse, unspecified|UV prolapse
N91.2|Amenorrhoea, unspecified|
N92.0|Excessive and frequent menstruation with regular cycle|menorrhagia
N92.6|Irregular menstruation, unspecified|
N93.9|Abnormal uterine and vaginal bleeding, unspecified|AUB DUB
N94.6|Dysmenorrhoea, unspecified|period pain
N95.1|Menopausal and female climacteric states|
N97.9|Female infertility, unspecified|
O03.9|Spontaneous abortion, complete or unspecified, without complication|miscarriage
O13|Gestational hypertension|PIH
O14.9|Pre-eclampsia, unspecified|
O21.0|Mild hyperemesis gravidarum|
O24.4|Diabetes mellitus arising in pregnancy|GDM
O99.0|Anaemia complicating pregnancy, childbirth and the puerperium|
O80.9|Single spontaneous delivery, unspecified|FTNVD NVD
O82.9|Delivery by caesarean section, unspecified|LSCS
P07.3|Other preterm infants|
P59.9|Neonatal jaundice, unspecified|NNJ
P36.9|Bacterial sepsis of newborn, unspecified|
Q21.9|Congenital malformation of cardiac septum, unspecified|CHD
Q66.8|Other congenital deformities of feet|CTEV clubfoot
R00.2|Palpitations|
R04.0|Epistaxis|nose bleed
R05|Cough|
R06.0|Dyspnoea|breathlessness SOB
R07.4|Chest pain, unspecified|
R10.4|Other and unspecified abdominal pain|pain abdomen colic
R11|Nausea and vomiting|
R17|Unspecified jaundice|
R21|Rash and other nonspecific skin eruption|
R25.2|Cramp and spasm|
R31|Unspecified haematuria|
R33|Retention of urine|
R35|Polyuria|
R42|Dizziness and giddiness|
R50.9|Fever, unspecified|PUO pyrexia
R51|Headache|
R52.9|Pain, unspecified|
R53|Malaise and fatigue|weakness
R55|Syncope and collapse|
R56.0|Febrile convulsions|febrile seizure
R56.8|Other and unspecified convulsions|
R60.0|Localized oedema|pedal edema
R63.0|Anorexia|loss of appetite
R63.4|Abnormal weight loss|
R73.0|Abnormal glucose tolerance test|prediabetes IGT
S00.9|Superficial injury of head, part unspecified|
S01.9|Open wound of head, part unspecified|
S06.0|Concussion|head injury
S52.5|Fracture of lower end of radius|colles
S61.9|Open wound of wrist and hand part, part unspecified|cut hand
S72.0|Fracture of neck of femur|hip fracture
S83.6|Sprain and strain of other and unspecified parts of knee|
S93.4|Sprain and strain of ankle|
T14.0|Superficial injury of unspecified body region|abrasion
T14.1|Open wound of unspecified body region|laceration CLW
T30.0|Burn of unspecified body region, unspecified degree|
T60.0|Toxic effect of organophosphate and carbamate insecticides|OP poisoning
T63.0|Toxic effect of snake venom|snake bite snakebite
T63.2|Toxic effect of venom of scorpion|scorpion sting
T63.4|Toxic effect of venom of other arthropods|bee wasp sting
T67.0|Heatstroke and sunstroke|
T78.2|Anaphylactic shock, unspecified|anaphylaxis
T78.4|Allergy, unspecified|
T88.7|Unspecified adverse effect of drug or medicament|ADR drug reaction
U07.1|COVID-19, virus identified|corona RTPCR positive
U07.2|COVID-19, virus not identified|suspected covid
V89.2|Person injured in unspecified motor-vehicle accident, traffic|RTA
W54|Bitten or struck by dog|dog bite
Z00.0|General medical examination|health check
Z00.1|Routine child health examination|well baby
Z23.8|Need for immunization against other single bacterial diseases|vaccination
Z27.8|Need for immunization against other combinations of infectious diseases|vaccination pentavalent
Z30.0|General counselling and advice on contraception|family planning
Z32.1|Pregnancy confirmed|UPT positive
Z34.9|Supervision of normal pregnancy, unspecified|ANC antenatal
Z35.9|Supervision of high-risk pregnancy, unspecified|HRP
Z39.2|Routine postpartum follow-up|PNC
Z48.0|Attention to surgical dressings and sutures|dressing
Z76.0|Issue of repeat prescription|refill
`
