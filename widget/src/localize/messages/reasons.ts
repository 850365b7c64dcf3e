// Why a vacancy fits, what is missing and what we do not know: keys of api/data/rules/matching-texts.yaml.
import type { Sentences } from '../messages.ts';
import { msg, str } from '../msg.ts';

export const reasons: Sentences = {
  'strength.skills': ({ has, asked }) => msg(str`Skills that they ask for: you have ${has} of ${asked}.`),
  'strength.skill': ({ skill }) => msg(str`You can do what they ask for: ${skill}.`),
  'strength.skills-likely': ({ likely, asked }) =>
    msg(
      str`Skills they ask for that you probably have because of your work: ${likely} of ${asked}. Confirm what is right.`,
    ),
  'strength.skill-alike': ({ skill, through }) =>
    msg(str`They ask for: ${skill}. You can do this: ${through}. That is similar.`),
  'strength.experience': ({ occupation, years }) =>
    msg(str`You have done this work before: ${occupation} (${years}).`),
  'strength.experience-told': ({ occupation }) => msg(str`You have done this work before: ${occupation}.`),
  'strength.experience-range': ({ occupation, range }) =>
    msg(str`You have done this work before: ${occupation}. Years: ${range}.`),
  'strength.experience-alike': ({ occupation }) => msg(str`You have done similar work: ${occupation}.`),
  'strength.education': ({ needs }) => msg(str`Your education fits. They ask for: ${needs}.`),
  'strength.wish': ({ occupation }) => msg(str`This is work that you want: ${occupation}.`),
  'strength.wish-alike': ({ occupation }) => msg(str`This is like work that you want: ${occupation}.`),
  'strength.interests': () => msg('This work fits what you like to do.'),
  'strength.aptitude': () => msg('The level of this work fits you.'),
  'strength.near': ({ distanceKm, minutes, transport, place }) =>
    msg(str`The way to work: about ${minutes}, ${transport}, ${place} (${distanceKm}).`),
  'strength.near-distance': ({ distanceKm, place }) => msg(str`The way to work: ${distanceKm}, ${place}.`),
  'strength.reachable': () => msg('You can get to this work.'),
  'strength.schedule': () => msg('The working times fit your week.'),
  'strength.hours': ({ needs }) => msg(str`The hours a week suit you: ${needs}.`),
  'strength.language': ({ language, needs }) =>
    msg(str`Your level of this language is enough: ${language}. They ask for ${needs}.`),
  'strength.licence': ({ licence }) =>
    msg(str`You have the driving licence that this work needs: ${licence}.`),

  'gap.must-have': ({ skill }) =>
    msg(str`You must be able to do this: ${skill}. Can you? Then add it to your skills.`),
  'gap.must-have-confirm': ({ skill }) =>
    msg(str`You must be able to do this: ${skill}. We think that you can. Confirm it if that is right.`),
  'gap.skill': ({ skill }) =>
    msg(str`They also ask for: ${skill}. Can you do that? Then add it to your skills.`),
  'gap.language': ({ language, needs, has }) =>
    msg(
      str`They ask for a higher level of this language: ${language} ${needs}. Your level is ${has}. With lessons you can get there.`,
    ),
  'gap.language-skill': ({ language, skillKind, needs, has }) =>
    msg(
      str`They ask for a higher level: ${language}, ${skillKind}, ${needs}. Your level is ${has}. With lessons you can get there.`,
    ),
  'gap.education': ({ needs, has }) =>
    msg(str`They ask for this education: ${needs}. You have: ${has}. Ask whether experience counts too.`),
  'gap.education-field': () => msg('Your education has the right level, but it is in another field.'),
  'gap.experience': ({ occupation }) => msg(str`You have not done this work before: ${occupation}.`),
  'gap.distance': ({ distanceKm, place, maxDistanceKm }) =>
    msg(str`The work is far: ${distanceKm}, ${place}. You want at most ${maxDistanceKm}.`),
  'gap.travel-time': ({ minutes, transport, place, maxMinutes }) =>
    msg(
      str`The way to work is long: about ${minutes}, ${transport}, ${place}. You want at most ${maxMinutes}.`,
    ),
  'gap.long-trip': ({ minutes, transport, place }) =>
    msg(str`The way to work is long: about ${minutes}, ${transport}, ${place}.`),
  'gap.reach': () => msg('The way to work is longer than you want.'),
  'gap.night-transport': () =>
    msg('You also work at night. Then there are almost no buses and trains. Ask how others get there.'),
  'gap.schedule': ({ parts, of, reason }) =>
    msg(
      str`You are not free at some of the working times: ${parts} of ${of}. Reason: ${reason}. Ask whether other times are possible.`,
    ),
  'gap.not-free': ({ parts, of }) =>
    msg(
      str`You are not free at some of the working times: ${parts} of ${of}. Ask whether other times are possible.`,
    ),
  'gap.hours': ({ needs, has }) =>
    msg(str`Hours a week in this work: ${needs}. You want: ${has}. Ask whether that is possible.`),
  'gap.licence': ({ licence }) => msg(str`You need this driving licence: ${licence}.`),
  'note.overqualified': ({ has, usual }) =>
    msg(str`Your education (${has}) is higher than they usually ask for (${usual}). That is no problem.`),
  'note.maybe-overqualified': ({ usual }) =>
    msg(str`Your education may be higher than they usually ask for (${usual}). That is no problem.`),
  'note.education-usual': ({ needs, has }) =>
    msg(str`They often ask for this education: ${needs}. You have: ${has}. You can still apply.`),

  'unknown.place': () => msg('We do not know where you live. Tell us your town.'),
  'unknown.language': ({ language, needs }) =>
    msg(str`They ask for this language: ${language} ${needs}. Tell us how well you know it.`),
  'unknown.skills': () => msg('We do not know yet what you can do. Tell us what work you have done.'),
  'unknown.work': () => msg('This vacancy names no work that we know. Read the text yourself.'),
  'unknown.education': ({ needs }) =>
    msg(str`They ask for this education: ${needs}. Tell us what education you have.`),
  'unknown.schedule': () => msg('Tell us how many hours you want to work, and when you are not free.'),
  'unknown.shifts': () => msg('The working times are not given. Ask the employer about them.'),
};
