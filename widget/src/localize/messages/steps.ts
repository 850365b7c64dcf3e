// The way through a gate and over a gap, step by step: keys of api/data/rules.
import type { Sentences } from '../messages.ts';
import { msg, str } from '../msg.ts';

export const steps: Sentences = {
  'step.idw-evaluation': () =>
    msg(
      'Have your diploma compared by IDW. This is free in civic integration and for refugees. The advice gives no right to a profession.',
    ),
  'step.idw-indication': () =>
    msg('Do you have no papers from your school? Ask IDW for an indication of your level of education.'),
  'step.akv-test': () => msg('Take the AKV test: knowledge and language.'),
  'step.care-language-certificates': ({ level }) =>
    msg(str`Get a language certificate for Dutch at level ${level}, and one for reading English.`),
  'step.care-certificate-of-competence': () =>
    msg('Apply to CIBG for the certificate of competence. This takes one to three years on average.'),
  'step.bi-test': () => msg('Take the BI test about your profession. It is part of the application.'),
  'step.care-adaptation': () =>
    msg('Sometimes you must do a traineeship or extra training after that. CIBG tells you.'),
  'step.big-registration': () => msg('Register in the BIG register.'),
  'step.pharmacy-master': () =>
    msg('Often needed: the master in pharmacy of three years, often with a pre-master before it.'),
  'step.medical-specialist-registration': () =>
    msg('Are you a family doctor or a specialist? Then register as a specialist too.'),
  'step.gz-training': () => msg('Do the training for gz-psycholoog, after a master.'),
  'step.veterinary-register': () =>
    msg(
      'Apply for registration in the veterinary register (Diergeneeskunderegister). A committee looks at your diploma.',
    ),
  'step.duo-teacher-recognition': () => msg('Ask DUO to recognise your diploma as a teacher. This is free.'),
  'step.teacher-language': () =>
    msg('Show that you know the language in which you teach. This is for a diploma from outside Europe.'),
  'step.teacher-adaptation': () => msg('Sometimes DUO asks for a test or a traineeship.'),
  'step.vocational-teaching-certificate': () =>
    msg('Take a course in teaching, if you are not a teacher yet. You have two years for it.'),
  'step.childcare-diploma': () =>
    msg('Find out whether your diploma counts for childcare. Ask DUO or the employer.'),
  'step.childcare-oral-dutch': () => msg('Show with a certificate that you speak Dutch at level B2 or 3F.'),
  'step.childcare-register': () =>
    msg('Register in the childcare staff register (Personenregister kinderopvang).'),
  'step.childminder-diploma': () =>
    msg(
      'Check with DUO whether your diploma is on the list for childminders. Helpende zorg en welzijn (mbo-2) counts.',
    ),
  'step.childminder-first-aid': () => msg('Get a first-aid certificate for children.'),
  'step.childminder-agency': () => msg('Register with a childminding agency (gastouderbureau).'),
  'step.dutch-law-degree': () =>
    msg('Get a Dutch bachelor and master in law that give access to the bar (civiel effect).'),
  'step.lawyer-oath': () => msg('Ask the bar association to be sworn in.'),
  'step.lawyer-traineeship': () =>
    msg('Work three years as a trainee in a law firm and follow the training for lawyers.'),
  'step.judge-training': () => msg('Apply to the judiciary and follow the training for judges.'),
  'step.accountants-register': () => msg('Ask the NBA what you need to register.'),
  'step.wft-diploma': () => msg('Get the Wft diploma for the products that you advise on.'),
  'step.architects-register': () =>
    msg("Apply for registration in the architects' register, with your diploma or with an exam."),
  'step.architects-experience': () =>
    msg('Work two years with a mentor, if your diploma is from after 2014.'),
  'step.guard-diploma': () => msg('Get the diploma Beveiliger (mbo-2 or SVPB).'),
  'step.guard-permission': () =>
    msg('Your employer asks the police for permission. The police check whether you have a criminal record.'),
  'step.boa-exam': () => msg('Follow the training and pass the boa exam.'),
  'step.boa-deed': () => msg('Your employer asks Justis for the deed (akte).'),
  'step.police-training': () => msg('Apply to the police and follow the training of two years.'),
  'step.fire-service-training': () => msg('Apply to the fire service and follow the training.'),
  'step.traffic-controller-appointment': () =>
    msg('Follow the course or the free e-learning. After that the municipality appoints you.'),
  'step.driving-licence': ({ category }) => msg(str`Get driving licence ${category}.`),
  'step.code-95': () => msg('Get code 95: the CBR exams for professional drivers.'),
  'step.foreign-licence-exchange': () =>
    msg(
      'Do you have a foreign driving licence? Ask the municipality whether you can exchange it. From outside Europe this is often not possible.',
    ),
  'step.adr-certificate': () => msg('Get the ADR certificate for dangerous goods.'),
  'step.taxi-diploma': () => msg('Get the diploma for taxi drivers.'),
  'step.taxi-card': () => msg('Ask Kiwa for the driver card (chauffeurskaart).'),
  'step.medical-statement': () => msg('Have a medical examination.'),
  'step.driving-instructor-exams': () =>
    msg('Pass the exams for driving instructors at IBKI. You need a diploma vmbo-tl or mbo-2.'),
  'step.train-driver-training': () =>
    msg(
      'Follow the training for train drivers at a railway company. You need Dutch at level B1 and a medical examination.',
    ),
  'step.train-driver-licence': () => msg("Ask ILT for the train driver's licence (machinistenvergunning)."),
  'step.pilot-licence': () => msg("Get a European pilot's licence, or have yours converted by ILT."),
  'step.aircraft-maintenance-licence': () =>
    msg('Ask ILT for the licence (AML), with exams and experience. At the moment this takes long.'),
  'step.skipper-sailing-days': () =>
    msg('Sail as a deckhand: 540 days, or 360 days with a course of three years.'),
  'step.skipper-certificate': () => msg("Get the skipper's certificate (kwalificatiecertificaat schipper)."),
  'step.seafarer-certificate': () =>
    msg('Ask Kiwa for the certificate (vaarbevoegdheidsbewijs), with your diploma and your time at sea.'),
  'step.f-gas-certificate': () => msg('Get the personal F-gas certificate.'),
  'step.co-proof-of-skill': () =>
    msg('Get the Bewijs van Vakmanschap CO. The exam takes one day. Your company needs a certificate too.'),
  'step.asbestos-dav-1': () => msg('Get DAV-1 and work with a mentor.'),
  'step.asbestos-dav-2': () => msg('Then get DAV-2, within six months.'),
  'step.crane-registration': () => msg('Pass the exams and get the TCVT RA registration.'),
  'step.vog': () => msg('Apply for a certificate of conduct (VOG). Your employer starts the application.'),
  'step.forklift-certificate': () =>
    msg('Get a forklift certificate. The law does not ask for it, many employers do.'),
  'step.vca': () => msg('Get VCA basic. You can take the exam in many languages.'),
  'step.language': ({ from, to }) => msg(str`Learn more of the language: from level ${from} to ${to}.`),
  'step.skill': ({ skill }) => msg(str`Learn this at work or in a short course: ${skill}.`),
  'step.education-at-work': ({ diploma }) =>
    msg(str`Get a diploma at level ${diploma}. Often you can do this with a job and school together (BBL).`),
  'step.education': ({ diploma }) => msg(str`Get a diploma at level ${diploma}.`),
  'step.other-language': ({ language, from, to }) =>
    msg(str`Learn this language: ${language}, from level ${from} to level ${to}.`),
  'step.confirm-skill': ({ skill }) => msg(str`Confirm that you can do this: ${skill}.`),
};
