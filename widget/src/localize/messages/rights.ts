// What is needed before somebody may work here, by their papers: keys of api/data/rules.
import type { Sentences } from '../messages.ts';
import { msg, str } from '../msg.ts';

export const rights: Sentences = {
  'step.check-identity': () =>
    msg('Look at the real document and keep a copy, as you do for every employee.'),
  'step.sign-draft-contract': () => msg('Write a draft of the contract and sign it.'),
  'step.apply-work-permit': () =>
    msg('Apply to UWV for a work permit (TWV). UWV asks IND and COA for information itself.'),
  'step.notify-uwv': () => msg('Report the employee to UWV, at least two working days before the start.'),
  'step.notify-changes': () => msg('Report changes to UWV too: other work, an earlier or later end.'),
  'step.apply-volunteer-declaration': () =>
    msg('Apply to UWV for a volunteer declaration. After the confirmation the volunteer may already begin.'),
  'step.internship-plan': () => msg('Make a plan for the internship, with guidance and evaluation.'),
  'step.internship-agreement': () =>
    msg('Is the internship part of a training? Then make an agreement with the school.'),
  'step.ask-uwv': () => msg('Ask UWV which rule applies now.'),
  'step.read-permit': () => msg('Read what the residence permit says about work.'),
  'step.show-document': () => msg('Show your document to the employer. Do not put it on this site.'),
  'step.renew-document': () =>
    msg('The date on your document has passed. Have your document extended or ask for a new one.'),
  'step.wait-six-months': () => msg('Your asylum application must have been in progress for six months.'),
  'step.wait-three-months': () => msg('Your asylum application must have been in progress for three months.'),
  'step.get-proof-of-residence': () => msg('Get your proof from IND: a sticker or an O-document.'),
  'step.get-bsn': () => msg('Register with the municipality. Then you get a citizen service number (BSN).'),
  'step.tell-municipality': () => msg('Tell the municipality that you work. Your allowance will change.'),
  'step.ask-ind': () => msg('Ask IND what applies to you now.'),
  'step.ask-refugee-support': () =>
    msg('Ask VluchtelingenWerk or your supporter for help. They look at which papers you have.'),
  'outcome.free': () => msg('You may do this without a permit.'),
  'outcome.notify': () => msg('You may do this. The employer must report it to UWV first.'),
  'outcome.permit': () => msg('The employer needs a permit from UWV first.'),
  'outcome.declaration': () => msg('The organisation needs a volunteer declaration from UWV.'),
  'outcome.conditions': () => msg('You may do this under conditions.'),
  'outcome.see-document': () => msg('The residence permit says whether you may work.'),
  'outcome.ask': () => msg('We are not sure. Please ask first.'),
  'outcome.orientation-only': () => msg('You can get information here. We cannot arrange a place yet.'),
  'document.asylum-permit': () => msg('Asylum residence permit, type III or IV'),
  'document.w-document': () => msg('W-document'),
  'document.sticker-or-o-document': () => msg('IND sticker in the passport, or an O-document'),
  'document.bsn': () => msg('Citizen service number (BSN)'),
  'document.residence-permit': () => msg('Residence permit'),
  'document.passport-or-identity-card': () => msg('Passport or identity card'),
  'limit.older-than-18': () => msg('You are older than 18.'),
  'limit.coa-reception': () => msg('COA gives you reception.'),
  'limit.market-wage': () => msg('The pay is normal for this work.'),
  'limit.permit-as-long-as-document': () => msg('The permit lasts as long as the W-document at most.'),
  'limit.only-higher-chance': () =>
    msg('Only for people with a higher chance of a permit. With a low chance you may not work.'),
  'limit.no-work-of-an-employee': () =>
    msg('The internship is for learning. It may not replace the normal work of an employee.'),
  'limit.no-permit-within-training': () =>
    msg('Within a training (mbo, hbo, university) with an agreement no TWV is needed.'),
  'limit.unpaid-and-for-society': () => msg('The work is unpaid, not for profit, and good for society.'),
  'limit.employment-contract': () => msg('An employment contract is needed.'),
  'limit.self-employed-needs-permit': () => msg('To work as a self-employed person a permit is needed.'),
  'limit.until-4-march-2027': () =>
    msg('The protection lasts until 4 March 2027. Check the documents again after that.'),
  'limit.protection-ended': () =>
    msg('The temporary protection lasted until 4 March 2027. We do not know what applies after that.'),
  'limit.document-ends-soon': () =>
    msg('Your document will not be valid much longer. Ask for an extension in time.'),
  'limit.no-placement-yet': () => msg('Without known papers we cannot arrange work.'),
  'mark.not-verified': () => msg('Not verified.'),
  'mark.estimate': () => msg('This is our estimate.'),
  'mark.source': ({ date }) => msg(str`Source checked on ${date}.`),
  'mark.announced': ({ date }) => msg(str`Announced for ${date}. Ask UWV whether this rule applies yet.`),
};
