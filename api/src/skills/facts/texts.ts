// Three long texts, made up for tests and demonstrations: a Dutch vacancy, an English CV, a Ukrainian life story.

export const DUTCH_VACANCY = `Monteur zonnepanelen (m/v/x), Apeldoorn

Hou je van werken in de buitenlucht en ben je handig? Ons team van twaalf mensen legt zonnepanelen op daken in de Stedendriehoek. Je sjouwt en monteert de panelen, trekt kabels, sluit omvormers aan en legt de klant uit hoe alles werkt. In de winter help je in het magazijn met het klaarzetten van materiaal.

Wat neem je mee?
- Een mbo-diploma niveau 2 of 3 in de elektrotechniek of installatietechniek, of werkervaring die daarop lijkt.
- Minimaal twee jaar ervaring in de bouw of de techniek; kom je uit een ander land, dan telt je ervaring daar ook.
- Nederlands op niveau A2, zodat je veilig kunt werken. Engels is een pre.
- Rijbewijs B, liefst ook BE, want we rijden met een aanhanger.
- VCA, of je bent bereid het te halen: de cursus betalen wij.
- Geen hoogtevrees.

Wat krijg je van ons?
Een contract voor 1 jaar, dat we bij goed werk omzetten in vast. Je verdient tussen 2.700 en 3.300 euro per maand, we werken van 7.00 tot 15.30 uur en in het weekend ben je vrij. Je volgt bij ons in 18 maanden een BBL-opleiding als je dat wilt, en je collega's helpen je met de taal.

Wij zijn een Nederlands familiebedrijf en bestaan 25 jaar. Bellen mag altijd, of loop binnen op dinsdag.`;

export const ENGLISH_CV = `I am a pharmacy assistant from Aleppo, 36 years old, and I have lived in Zwolle since 2021. After secondary school I took a bachelor's degree in chemistry and then worked for seven years in my uncle's pharmacy, where I prepared prescriptions, ordered stock, kept the cash book and advised customers on how to use their medicine.

Hospital laboratory, Gaziantep, 2015 - 2019. I took samples, cleaned and calibrated instruments, entered results in the computer and trained two new colleagues. In the evenings I taught arithmetic to children of other Syrian families, without pay.

Since coming to the Netherlands I have volunteered at the food bank, where I sort deliveries, plan the shifts of eight volunteers and translate for visitors. I also raised three children and kept a household on a small budget, which taught me to plan.

Languages: Arabic (native), Turkish (fluent), English (B2), Dutch (A2, B1 course from September). I like a tidy workplace, I am patient with sick people and I make few mistakes with numbers. I hold a driving licence category B. I am looking for work in a pharmacy, a laboratory or a Dutch company that makes medicines, three or four days a week, and I am glad to begin with a work placement of six months.`;

export const UKRAINIAN_LIFE_STORY = `Мене звати Оксана, мені 47 років, я з Харкова. Після школи я вивчилася на кухаря в ПТУ, а згодом заочно отримала диплом бакалавра з харчових технологій. Дев'ять років працювала в їдальні заводу: готувала обіди на двісті людей, складала меню, замовляла продукти й стежила за чистотою на кухні.

Потім захворіла моя мама, і я залишила роботу. Шість років я доглядала її вдома: годувала, мила, давала ліки за призначенням лікаря, робила перев'язки, говорила з лікарнями та оформлювала документи. Водночас виховувала двох синів і вела господарство. Мені ніхто за це не платив, але я навчилася терпіння й порядку.

З 2017 по 2021 рік я пекла торти вдома на замовлення, сама рахувала витрати й вела сторінку в інтернеті. Клієнти поверталися, бо я ніколи не запізнювалася.

У Нідерландах я з 2022 року. Живу в Амерсфорті, допомагаю в центрі для українців: варю суп щосуботи й шию штори для спільної кімнати. Українська — рідна, російською розмовляю вільно, нідерландська на рівні A2, англійську тільки починаю вчити. Маю водійські права категорії B, але машини тут не маю. Хотіла б працювати на кухні, у пекарні або з літніми людьми. Нідерландські колеги кажуть, що мої пироги найкращі.`;
