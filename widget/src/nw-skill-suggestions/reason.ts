// Why a skill is suggested, in one sentence that holds for any name in any language.
import type { SuggestionReason } from '@nederlandwerkt/sdk';
import { isolate } from '../localize/format.ts';
import { msg, str } from '../localize/msg.ts';

/** Names stand after a colon: so no language has to inflect a name, or give it an article. */
export function reasonText({ code, occupation, skill, text }: SuggestionReason): string {
  if (code === 'usual-for-occupation' && occupation) {
    return msg(str`Because you know this work: ${isolate(occupation.label)}.`);
  }
  if (code === 'usual-for-similar-occupation' && occupation) {
    return msg(str`Many people in work like yours can do this. For example: ${isolate(occupation.label)}.`);
  }
  if (code === 'goes-with-skill' && skill) {
    return msg(str`This goes with something that you can do: ${isolate(skill.label)}.`);
  }
  if (text) return msg(str`You wrote: “${isolate(text)}”.`);
  return msg('It fits what you wrote.');
}
