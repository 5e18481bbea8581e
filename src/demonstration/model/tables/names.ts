/**
 * Names as people of the four districts bear them. In the old Mysore country a given name with initials (village,
 * father); in the north given name, father's name and clan; on the coast Konkani and Christian surnames. Shares of
 * religions by district: Census of India 2011, table C-1, rounded; Konkani by mother tongue, table C-16, rounded.
 */
import type { District } from './places.ts'

export type Community = 'kannada' | 'northern' | 'konkani' | 'muslim' | 'christian'

export const COMMUNITIES: Readonly<Record<District, Readonly<Record<Community, number>>>> = {
  Shivamogga: { kannada: 0.8, northern: 0.03, konkani: 0.02, muslim: 0.13, christian: 0.02 },
  'Uttara Kannada': { kannada: 0.62, northern: 0.02, konkani: 0.2, muslim: 0.13, christian: 0.03 },
  Haveri: { kannada: 0.18, northern: 0.63, konkani: 0, muslim: 0.19, christian: 0 },
  Davanagere: { kannada: 0.56, northern: 0.29, konkani: 0, muslim: 0.14, christian: 0.01 },
}

interface GivenNames {
  /** Born before about 1985. */
  readonly elder: readonly string[]
  readonly younger: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ')

const KANNADA_WOMEN: GivenNames = {
  elder: words(
    'Lakshmamma Gowramma Rangamma Sharadamma Nagamma Kamalamma Sarojamma Jayamma Parvathamma Savithramma Puttamma Ningamma Chandramma Indiramma Rathnamma Susheelamma Girijamma Manjamma Yashodamma Hanumamma',
  ),
  younger: words(
    'Lakshmi Kavitha Shwetha Roopa Sowmya Pallavi Ashwini Bhavya Chaitra Deepa Nandini Vidya Rekha Sunitha Anitha Geetha Usha Pooja Sahana Ananya Spoorthi Sinchana Rakshitha Manasa',
  ),
}
const KANNADA_MEN: GivenNames = {
  elder: words(
    'Manjappa Rangappa Nagaraja Basappa Thimmappa Ramachandra Shivappa Hanumanthappa Krishnappa Eshwarappa Puttaswamy Channappa Parameshwarappa Lingappa Siddappa Kariyappa Thippeswamy Gangadhara Halappa Nanjundappa',
  ),
  younger: words(
    'Manjunatha Kumara Raghavendra Santhosh Prashanth Naveen Girish Harish Lokesh Mahesh Umesh Vinay Yogesh Abhishek Darshan Karthik Likhith Chethan Punith Sachin Tejas Vikas Rohith Suhas',
  ),
}
const NORTHERN_WOMEN: GivenNames = {
  elder: words('Shivavva Basavva Gangavva Neelavva Kallavva Ningavva Iravva Sharanavva Mallavva Fakiravva'),
  younger: words(
    'Shilpa Savita Vijayalaxmi Renuka Suvarna Danamma Akkamahadevi Rajeshwari Sangeeta Netravati',
  ),
}
const NORTHERN_MEN: GivenNames = {
  elder: words(
    'Basavaraj Shivappa Veerappa Mallappa Fakirappa Gurusiddappa Irappa Shankrappa Ningappa Chanabasappa',
  ),
  younger: words(
    'Shivakumar Mallikarjun Veeresh Basavaraj Sangamesh Kiran Prakash Gururaj Vinayak Shrishail',
  ),
}
const KONKANI_WOMEN: GivenNames = {
  elder: words('Radhabai Sumatibai Vimala Shantabai Nalini Sharada Ahalya'),
  younger: words('Suma Vandana Sneha Archana Medha Pratima Swati'),
}
const KONKANI_MEN: GivenNames = {
  elder: words('Ramdas Vasudev Narasimha Damodar Vaman Ganapati Upendra'),
  younger: words('Ganesh Rajesh Santosh Nitin Sudhir Akshay Vivek'),
}
const MUSLIM_WOMEN: GivenNames = {
  elder: words('Fathima Khairunnisa Zubeda Mumtaz Noorjahan Shahnaz Hameeda Rabiya'),
  younger: words('Shabana Ayesha Reshma Nazia Sumaiya Tabassum Heena Afreen'),
}
const MUSLIM_MEN: GivenNames = {
  elder: words('Abdul Mohammed Syed Imam Khaja Rahmath Basheer Nazeer'),
  younger: words('Imran Sadiq Rafiq Irfan Tousif Sameer Faizal Zabiulla'),
}
const CHRISTIAN_WOMEN: GivenNames = {
  elder: words('Mary Rosy Lucy Juliana Philomena Theresa'),
  younger: words('Anita Sunita Jyothi Precilla Reena Melvita'),
}
const CHRISTIAN_MEN: GivenNames = {
  elder: words('Francis Lawrence Peter Anthony Joseph Salvador'),
  younger: words('Wilson Melwyn Arun Roshan Praveen Joel'),
}

export const GIVEN_NAMES: Readonly<Record<Community, Readonly<Record<'female' | 'male', GivenNames>>>> = {
  kannada: { female: KANNADA_WOMEN, male: KANNADA_MEN },
  northern: { female: NORTHERN_WOMEN, male: NORTHERN_MEN },
  konkani: { female: KONKANI_WOMEN, male: KONKANI_MEN },
  muslim: { female: MUSLIM_WOMEN, male: MUSLIM_MEN },
  christian: { female: CHRISTIAN_WOMEN, male: CHRISTIAN_MEN },
}

/** What a family is called, where it is called anything: northern clans, coastal surnames, second names of Muslim men. */
export const FAMILY_NAMES: Readonly<Record<Exclude<Community, 'kannada'>, readonly string[]>> = {
  northern: words(
    'Hiremath Patil Angadi Kulkarni Hosamani Madiwalar Talawar Kambar Badiger Akki Desai Hadimani Mudigoudar Kotagi',
  ),
  konkani: words('Kamath Pai Prabhu Shanbhag Kini Bhandarkar Mesta Nayak'),
  muslim: words('Khan Sab Shariff Pasha Baig Mulla Nadaf Killedar'),
  christian: words("D'Souza Fernandes Rodrigues Pinto Lobo Mascarenhas"),
}

/** First letters of villages, the first of two initials. */
export const VILLAGE_INITIALS: readonly string[] = words('H K B S M T G N A D C')
