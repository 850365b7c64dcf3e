// What the law asks before work may begin: keys of api/data/rules.
import type { Sentences } from '../messages.ts';
import { msg, str } from '../msg.ts';

export const gates: Sentences = {
  'gate.register': ({ register }) =>
    msg(str`You must be registered for this profession: ${register}. Without it you may not practise.`),
  'gate.title': () =>
    msg('The name of this profession is protected. You may only use it with a recognised diploma.'),
  'gate.title-in-register': ({ register }) =>
    msg(
      str`The name of this profession is protected. You may only use it when you are registered: ${register}.`,
    ),
  'gate.recognition': ({ authority }) =>
    msg(str`${authority} must recognise your diploma first. After that you may do this work.`),
  'gate.diploma': () => msg('You need a diploma that the law names for this work.'),
  'gate.certificate': ({ certificate }) => msg(str`You need a certificate for this work: ${certificate}.`),
  'gate.permission': ({ authority }) =>
    msg(str`You may only do this work with permission. You get it from: ${authority}.`),
  'gate.appointment': ({ authority }) =>
    msg(str`You can only do this work after special training and an appointment: ${authority}.`),
  'gate.code-95': ({ category }) =>
    msg(str`You need driving licence ${category} with code 95 for this work.`),
  'note.pharmacist': () =>
    msg(
      'The Dutch training is often different. Many people must first do a master in pharmacy. In industry you often need no registration.',
    ),
  'note.psychologist': () =>
    msg(
      'Psychologist is not a protected name. Gz-psycholoog is. Without registration you may only treat people under supervision.',
    ),
  'note.nationality': () =>
    msg('You often have to be a Dutch citizen for this work. We have not checked this.'),
  'note.security-guard': () =>
    msg('During the training you may already work with a green pass. That is for one year at most.'),
  'note.aircraft-mechanic': () => msg('You may already help when somebody with a licence supervises you.'),
  'gate.regulated-unknown': ({ occupation }) =>
    msg(str`This occupation may need a diploma or registration: ${occupation}. Ask before you start.`),
  'gate.right-to-work': () =>
    msg(
      "Check before the first day of work if the person may work here. The person's document says what you must arrange.",
    ),
  'gate.bridging-regulated': ({ occupation }) =>
    msg(str`Note: this work needs its own diploma or registration too: ${occupation}.`),
};
