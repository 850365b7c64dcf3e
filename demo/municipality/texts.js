// The few texts of the municipality's pages, per language.
export const texts = {
  nl: {
    skip: 'Naar de inhoud',
    name: 'Gemeente Waterdorp',
    language: 'Taal van deze pagina',
    title: 'Werk of een leerplek zoeken',
    intro:
      'Vertel wat je kunt en waar je woont. Je ziet meteen welk werk daarbij past. Je hoeft geen account te maken.',
    signUpTitle: 'Zullen we samen zoeken?',
    signUpText: 'Maak een profiel. Je kiest zelf wie het mag zien.',
    signUpLink: 'Aanmelden',
    signUpIntro:
      'Een paar korte vragen. De meeste mag je overslaan, en na het aanmelden kun je alles weer wissen.',
    back: 'Terug naar werk zoeken',
    helpTitle: 'Hulp nodig?',
    helpText:
      'Kom langs bij het Werkplein, Havenstraat 12. Maandag tot en met vrijdag van 9.00 tot 17.00 uur. Je mag iemand meenemen die voor je vertaalt.',
    fictional:
      'Dit is een voorbeeld. De gemeente Waterdorp bestaat niet. Alle vacatures en personen zijn verzonnen.',
  },
  en: {
    skip: 'Skip to the content',
    name: 'Municipality of Waterdorp',
    language: 'Language of this page',
    title: 'Find work or a place to learn',
    intro:
      'Tell us what you can do and where you live. You see at once which work fits. You do not need an account.',
    signUpTitle: 'Shall we search together?',
    signUpText: 'Make a profile. You choose who may see it.',
    signUpLink: 'Sign up',
    signUpIntro:
      'A few short questions. You may skip most of them, and you can erase everything after signing up.',
    back: 'Back to finding work',
    helpTitle: 'Do you need help?',
    helpText:
      'Visit the Werkplein, Havenstraat 12. Monday to Friday, 9:00 to 17:00. You may bring someone who translates for you.',
    fictional:
      'This is an example. The municipality of Waterdorp does not exist. All vacancies and people are made up.',
  },
  de: {
    skip: 'Zum Inhalt',
    name: 'Gemeinde Waterdorp',
    language: 'Sprache dieser Seite',
    title: 'Arbeit oder einen Lernplatz finden',
    intro:
      'Sagen Sie, was Sie können und wo Sie wohnen. Sie sehen sofort, welche Arbeit dazu passt. Sie brauchen kein Konto.',
    signUpTitle: 'Suchen wir zusammen?',
    signUpText: 'Machen Sie ein Profil. Sie entscheiden selbst, wer es sehen darf.',
    signUpLink: 'Anmelden',
    signUpIntro:
      'Ein paar kurze Fragen. Die meisten dürfen Sie überspringen, und nach der Anmeldung können Sie alles wieder löschen.',
    back: 'Zurück zur Arbeitssuche',
    helpTitle: 'Brauchen Sie Hilfe?',
    helpText:
      'Kommen Sie zum Werkplein, Havenstraat 12. Montag bis Freitag von 9 bis 17 Uhr. Sie dürfen jemanden mitbringen, der für Sie übersetzt.',
    fictional:
      'Das ist ein Beispiel. Die Gemeinde Waterdorp gibt es nicht. Alle Stellen und Personen sind erfunden.',
  },
  uk: {
    skip: 'Перейти до вмісту',
    name: 'Муніципалітет Ватердорп',
    language: 'Мова цієї сторінки',
    title: 'Знайти роботу або місце для навчання',
    intro:
      'Розкажіть, що ви вмієте і де живете. Ви одразу побачите, яка робота вам підходить. Обліковий запис не потрібен.',
    signUpTitle: 'Шукатимемо разом?',
    signUpText: 'Створіть профіль. Ви самі вирішуєте, хто може його бачити.',
    signUpLink: 'Реєстрація',
    signUpIntro:
      'Кілька коротких запитань. Більшість із них можна пропустити, а після реєстрації все можна видалити.',
    back: 'Назад до пошуку роботи',
    helpTitle: 'Потрібна допомога?',
    helpText:
      'Завітайте до Werkplein, Havenstraat 12. З понеділка до п’ятниці, з 9:00 до 17:00. Можна прийти з людиною, яка вам перекладатиме.',
    fictional: 'Це приклад. Муніципалітету Ватердорп не існує. Усі вакансії та люди вигадані.',
  },
  ru: {
    skip: 'Перейти к содержанию',
    name: 'Муниципалитет Ватердорп',
    language: 'Язык этой страницы',
    title: 'Найти работу или место для учёбы',
    intro:
      'Расскажите, что вы умеете и где живёте. Вы сразу увидите, какая работа вам подходит. Учётная запись не нужна.',
    signUpTitle: 'Поищем вместе?',
    signUpText: 'Создайте профиль. Вы сами решаете, кто может его видеть.',
    signUpLink: 'Регистрация',
    signUpIntro:
      'Несколько коротких вопросов. Большинство можно пропустить, а после регистрации всё можно удалить.',
    back: 'Назад к поиску работы',
    helpTitle: 'Нужна помощь?',
    helpText:
      'Приходите в Werkplein, Havenstraat 12. С понедельника по пятницу, с 9:00 до 17:00. Можно прийти с человеком, который будет вам переводить.',
    fictional: 'Это пример. Муниципалитета Ватердорп не существует. Все вакансии и люди вымышлены.',
  },
  ar: {
    skip: 'الانتقال إلى المحتوى',
    name: 'بلدية واتردورب',
    language: 'لغة هذه الصفحة',
    title: 'البحث عن عمل أو مكان للتعلّم',
    intro: 'يكفي أن نعرف مهاراتك ومكان سكنك، لنعرض لك فوراً العمل الذي يناسبك. لا حاجة إلى حساب.',
    signUpTitle: 'هل نبحث معاً؟',
    signUpText: 'يمكنك إنشاء ملف شخصي، والقرار لك: من يمكنه رؤيته.',
    signUpLink: 'التسجيل',
    signUpIntro: 'بضعة أسئلة قصيرة. يمكنك تخطي معظمها، ويمكنك حذف كل شيء بعد التسجيل.',
    back: 'العودة إلى البحث عن عمل',
    helpTitle: 'للمساعدة',
    helpText:
      'نرحّب بك في مركز العمل Werkplein، ‏Havenstraat 12. من الاثنين إلى الجمعة، من الساعة 9:00 إلى 17:00. يمكنك إحضار شخص يترجم لك.',
    fictional: 'هذا مثال. بلدية واتردورب غير موجودة، وجميع الوظائف والأشخاص من نسج الخيال.',
  },
  fa: {
    skip: 'رفتن به محتوا',
    name: 'شهرداری واتردورپ',
    language: 'زبان این صفحه',
    title: 'پیدا کردن کار یا جای آموزش',
    intro:
      'بگویید چه می‌توانید و کجا زندگی می‌کنید. فوراً می‌بینید چه کاری برای شما مناسب است. به حساب کاربری نیاز ندارید.',
    signUpTitle: 'با هم جستجو کنیم؟',
    signUpText: 'یک پروفایل بسازید. خودتان انتخاب می‌کنید چه کسی آن را ببیند.',
    signUpLink: 'ثبت‌نام',
    signUpIntro:
      'چند سؤال کوتاه. از بیشتر آن‌ها می‌توانید بگذرید، و بعد از ثبت‌نام می‌توانید همه چیز را پاک کنید.',
    back: 'برگشت به جستجوی کار',
    helpTitle: 'کمک لازم دارید؟',
    helpText:
      'به مرکز کار \u2066Werkplein, Havenstraat 12\u2069 بیایید. دوشنبه تا جمعه، از ساعت ۹ تا ۱۷. می‌توانید کسی را با خود بیاورید که برای شما ترجمه کند.',
    fictional: 'این یک نمونه است. شهرداری واتردورپ وجود ندارد. همه کارها و اشخاص ساختگی هستند.',
  },
  tr: {
    skip: 'İçeriğe geç',
    name: 'Waterdorp Belediyesi',
    language: 'Bu sayfanın dili',
    title: 'İş veya öğrenme yeri bulun',
    intro:
      'Elinizden ne geldiğini ve nerede oturduğunuzu yazın. Size uyan işleri hemen görürsünüz. Hesap açmanız gerekmez.',
    signUpTitle: 'Birlikte arayalım mı?',
    signUpText: 'Bir profil oluşturun. Profilinizi kimin görebileceğini siz seçersiniz.',
    signUpLink: 'Kaydolun',
    signUpIntro: 'Birkaç kısa soru. Çoğunu atlayabilirsiniz ve kaydolduktan sonra her şeyi silebilirsiniz.',
    back: 'İş aramaya geri dön',
    helpTitle: 'Yardım ister misiniz?',
    helpText:
      'Werkplein’e gelin: Havenstraat 12. Pazartesiden cumaya, 9.00–17.00. Size çeviri yapacak birini getirebilirsiniz.',
    fictional:
      'Bu bir örnektir. Waterdorp Belediyesi diye bir yer yoktur. Bütün işler ve kişiler uydurmadır.',
  },
  ti: {
    skip: 'ናብ ትሕዝቶ ኪዱ',
    name: 'ምምሕዳር ከተማ ዋተርዶርፕ',
    language: 'ቋንቋ ናይዚ ገጽ',
    title: 'ስራሕ ወይ ናይ ትምህርቲ ቦታ ርኸቡ',
    intro: 'እንታይ ክትገብሩ ከም እትኽእሉን ኣበይ ከም እትነብሩን ንገሩና። ኣየናይ ስራሕ ከም ዝሰማማዓኩም ብኡብኡ ትርእዩ። ኣካውንት ኣየድልየኩምን።',
    signUpTitle: 'ሓቢርና ዶ ንድለ?',
    signUpText: 'ፕሮፋይል ግበሩ። መን ክርእዮ ከም ዝኽእል ባዕልኹም ትመርጹ።',
    signUpLink: 'ተመዝገቡ',
    signUpIntro: 'ገለ ሓጸርቲ ሕቶታት። ንመብዛሕትኦም ክትሓልፍዎም ትኽእሉ፣ ድሕሪ ምምዝጋብ ድማ ኩሉ ክትድምስሱ ትኽእሉ ኢኹም።',
    back: 'ናብ ምድላይ ስራሕ ተመለሱ',
    helpTitle: 'ሓገዝ የድልየኩም ዶ?',
    helpText:
      'ናብ Werkplein፣ Havenstraat 12 ምጹ። ካብ ሰኑይ ክሳብ ዓርቢ፣ ካብ ሰዓት 9:00 ክሳብ 17:00። ዝትርጉመልኩም ሰብ ምሳኹም ከተምጽኡ ትኽእሉ ኢኹም።',
    fictional: 'እዚ ኣብነት እዩ። ምምሕዳር ከተማ ዋተርዶርፕ ብሓቂ የለን። ኩሎም ስራሓትን ሰባትን ምህዞ እዮም።',
  },
};
