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
};
