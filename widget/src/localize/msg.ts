// `msg` of @lit/localize with one difference: each element on a page speaks its own language, not all the same.
// It uses a module that the library calls internal, so package.json pins the library's exact version.
import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import type { MsgFn, TemplateMap } from '@lit/localize/internal/types.js';
import { templates as ar } from '../generated/ar.ts';
import { templates as de } from '../generated/de.ts';
import { templates as fa } from '../generated/fa.ts';
import type { allLocales } from '../generated/locale-codes.ts';
import { templates as nl } from '../generated/nl.ts';
import { templates as ru } from '../generated/ru.ts';
import { templates as ti } from '../generated/ti.ts';
import { templates as tr } from '../generated/tr.ts';
import { templates as uk } from '../generated/uk.ts';

export { str } from '@lit/localize';

export type Locale = (typeof allLocales)[number];

/** English is the source: its words stand in the code. */
const TEMPLATES: Record<Locale, TemplateMap | undefined> = { en: undefined, nl, de, uk, ru, ar, fa, tr, ti };

let current: Locale = 'nl';

/** Sets the language of what is rendered next. Rendering is synchronous, so nobody comes in between. */
export function speak(locale: Locale): void {
  current = locale;
}

/** The language of the element that is being rendered: call it while rendering only, as `msg`. */
export function spoken(): Locale {
  return current;
}

/** A text in the language of the element that is being rendered. Never keep its answer: the language may change. */
export const msg = ((template, options) => runtimeMsg(TEMPLATES[current], template, options)) as MsgFn;
