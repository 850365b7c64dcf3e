// How people of the pool are called: family names, chains of fathers' names, one name; in their own script or in Latin.
import anyAscii from 'any-ascii';
import type { Chance, NameLocale } from './chance.ts';

/** One name: as its owner writes it, then as Dutch desks have spelled it. */
type Spellings = [own: string, ...latin: string[]];

interface Names {
  female: Spellings[];
  male: Spellings[];
  family?: Spellings[];
}

export interface NameCustom {
  /** given: one name only; family: given and family name; fathers: given, father's and grandfather's name. */
  custom: 'given' | 'family' | 'fathers';
  /** faker's locale for names in the own script. */
  locale?: NameLocale;
  /** Names with their spellings, where faker has no locale or an automatic transliteration would lose the vowels. */
  names?: Names;
  /** Share of people who sign up with Latin letters though their script is another. */
  latin: number;
}

/** A few in a hundred type their name without capitals, or with nothing else. */
const SHARE_OF_ODD_CASE = 0.03;

/** @example nameOf({ custom: 'fathers', names: TIGRINYA, latin: 0.5 }, chance) // 'ሰላም ተስፋይ ሓጎስ' or 'Selam Tesfai Hagos' */
export function nameOf(custom: NameCustom, chance: Chance): string {
  const name = chance.is(custom.latin) ? latinName(custom, chance) : ownName(custom, chance);
  if (chance.is(SHARE_OF_ODD_CASE)) return name.toUpperCase();
  return chance.is(SHARE_OF_ODD_CASE) ? name.toLowerCase() : name;
}

function ownName(custom: NameCustom, chance: Chance): string {
  if (!custom.locale) return listedName(custom, chance, ([own]) => own);
  const { person } = chance.faker(custom.locale);
  const sex = chance.one(['female', 'male'] as const);
  const given = person.firstName(sex);
  if (custom.custom === 'given') return given;
  if (custom.custom === 'family') return `${given} ${person.lastName(sex)}`;
  return [given, person.firstName('male'), person.firstName('male')].join(' ');
}

function latinName(custom: NameCustom, chance: Chance): string {
  if (custom.names) return listedName(custom, chance, ([own, ...latin]) => chance.one(latin) ?? own);
  return anyAscii(ownName(custom, chance)).replaceAll("'", '');
}

function listedName(
  { custom, names }: NameCustom,
  chance: Chance,
  spell: (name: Spellings) => string,
): string {
  const { female, male, family } = names!;
  const given = spell(chance.one(chance.is(0.5) ? female : male));
  if (custom === 'given') return given;
  if (custom === 'family') return `${given} ${spell(chance.one(family!))}`;
  // Some forms ask for two names, so the grandfather is left out.
  const fathers = chance.is(0.7) ? 2 : 1;
  return [given, ...chance.some(male, fathers).map(spell)].join(' ');
}

export const ARABIC: Names = {
  female: [
    ['فاطمة', 'Fatima', 'Fatma', 'Fatimah'],
    ['مريم', 'Maryam', 'Mariam', 'Meryem'],
    ['زينب', 'Zainab', 'Zeinab', 'Zaynab'],
    ['ليلى', 'Layla', 'Leila', 'Laila'],
    ['نور', 'Nour', 'Noor', 'Nur'],
    ['آمنة', 'Amina', 'Amna', 'Aminah'],
    ['هدى', 'Huda', 'Hoda', 'Houda'],
    ['سعاد', 'Suad', 'Souad', 'Soad'],
  ],
  male: [
    ['محمد', 'Mohammed', 'Muhammad', 'Mohamad', 'Mohamed'],
    ['أحمد', 'Ahmed', 'Ahmad'],
    ['حسين', 'Hussein', 'Hussain', 'Housein'],
    ['يوسف', 'Youssef', 'Yusuf', 'Yousef'],
    ['عبد الله', 'Abdullah', 'Abdallah', 'Abdulla'],
    ['عمر', 'Omar', 'Umar'],
    ['خالد', 'Khaled', 'Khalid'],
    ['مصطفى', 'Mustafa', 'Mostafa', 'Moustafa'],
    ['إبراهيم', 'Ibrahim', 'Ebrahim', 'Ibraheem'],
  ],
  family: [
    ['الأحمد', 'Al-Ahmad', 'Alahmad', 'Al Ahmed'],
    ['الحسن', 'Al-Hassan', 'Alhasan', 'Al Hasan'],
    ['الخطيب', 'Al-Khatib', 'Alkhatib', 'El Khatib'],
    ['خليل', 'Khalil', 'Khaleel'],
    ['درويش', 'Darwish', 'Darwich'],
    ['سليمان', 'Suleiman', 'Sulaiman', 'Sleiman'],
    ['حداد', 'Haddad', 'Hadad'],
    ['منصور', 'Mansour', 'Mansur'],
  ],
};

export const PERSIAN: Names = {
  female: [
    ['زهرا', 'Zahra', 'Zehra'],
    ['فاطمه', 'Fatemeh', 'Fatima', 'Fatema'],
    ['مریم', 'Maryam', 'Mariam'],
    ['نرگس', 'Narges', 'Nargis'],
    ['شکریه', 'Shukria', 'Shokria'],
    ['پروانه', 'Parwana', 'Parvaneh'],
  ],
  male: [
    ['محمد', 'Mohammad', 'Muhammad', 'Mohamad'],
    ['علی', 'Ali', 'Aly'],
    ['رضا', 'Reza', 'Riza'],
    ['حسین', 'Hossein', 'Hussain', 'Hosein'],
    ['عبدالله', 'Abdullah', 'Abdollah'],
    ['نجیب', 'Najib', 'Najeeb'],
    ['جواد', 'Jawad', 'Javad'],
  ],
  family: [
    ['حسینی', 'Hosseini', 'Hussaini', 'Husseini'],
    ['رحیمی', 'Rahimi', 'Raheemi'],
    ['کریمی', 'Karimi', 'Kareemi'],
    ['احمدی', 'Ahmadi', 'Ahmady'],
    ['محمدی', 'Mohammadi', 'Muhammadi'],
    ['نظری', 'Nazari', 'Nazary'],
  ],
};

/** Eritrea and the north of Ethiopia; faker has no Tigrinya. */
export const TIGRINYA: Names = {
  female: [
    ['ሰላም', 'Selam', 'Salam'],
    ['ትርሓስ', 'Tirhas', 'Terhas'],
    ['ፍረወይኒ', 'Freweyni', 'Firewoini'],
    ['ኣስመረት', 'Asmeret', 'Asmret'],
    ['ሳባ', 'Saba'],
    ['ሄለን', 'Helen', 'Hilen'],
    ['መርሃዊት', 'Merhawit', 'Merhawi'],
    ['ለተብርሃን', 'Letebrhan', 'Letebirhan'],
    ['ኤልሳ', 'Elsa'],
  ],
  male: [
    ['ተስፋይ', 'Tesfay', 'Tesfai'],
    ['ሚካኤል', 'Mikael', 'Michael', 'Mikal'],
    ['ዮሃንስ', 'Yohannes', 'Yohanes', 'Johannes'],
    ['ሓጎስ', 'Hagos'],
    ['ብርሃነ', 'Berhane', 'Birhane'],
    ['ዳዊት', 'Dawit', 'Dawid'],
    ['ኣብርሃም', 'Abraham', 'Abrham', 'Abreham'],
    ['መሓሪ', 'Mehari', 'Mehary'],
    ['የማነ', 'Yemane', 'Yemene'],
    ['ገብረመድህን', 'Gebremedhin', 'Ghebremedhin'],
    ['ፍጹም', 'Fitsum', 'Fithum'],
    ['ሳሙኤል', 'Samuel', 'Samiel'],
  ],
};

/** Somali has a Latin spelling of its own (x is h, c a glottal sound); other desks write what they hear. */
export const SOMALI: Names = {
  female: [
    ['Faadumo', 'Fadumo', 'Fatuma'],
    ['Caasha', 'Asha', 'Aisha'],
    ['Xaliimo', 'Halimo', 'Halima'],
    ['Hodan'],
    ['Sahra', 'Zahra'],
    ['Ayaan', 'Ayan'],
  ],
  male: [
    ['Maxamed', 'Mohamed', 'Mohammed', 'Mahamed'],
    ['Cabdi', 'Abdi'],
    ['Axmed', 'Ahmed', 'Ahmad'],
    ['Xasan', 'Hassan', 'Hasan'],
    ['Cali', 'Ali'],
    ['Yuusuf', 'Yusuf', 'Yousuf'],
    ['Warsame'],
    ['Jaamac', 'Jama'],
  ],
};
