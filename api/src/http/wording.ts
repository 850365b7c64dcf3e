// What validation says of bad input, in words that say what to do. A schema may say it better with an `error` of its own.
import { z } from '@hono/zod-openapi';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

const TYPES: Record<string, string> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};
const FORMATS: Record<string, string> = {
  email: 'an e-mail address, such as name@example.nl',
  url: 'a web address that begins with https:// or http://',
  uuid: 'an id as an answer of this API gives it',
  date: 'a day of the calendar, such as 1990-12-31',
};

z.config({ customError: describe });

/** @returns undefined where zod's own words do */
function describe(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_value':
      if (issue.input === undefined) return 'Missing: add it';
      if (issue.code === 'invalid_value') return `Must be one of ${issue.values.join(', ')}`;
      if (Array.isArray(issue.input) && TYPES[issue.expected])
        return `Must be ${TYPES[issue.expected]}, not a list`;
      return TYPES[issue.expected] && `Must be ${TYPES[issue.expected]}`;
    case 'invalid_format':
      return FORMATS[issue.format] && `Must be ${FORMATS[issue.format]}`;
    case 'too_small':
      if (issue.origin === 'string') return `Too short: give at least ${count(issue.minimum, 'character')}`;
      if (issue.origin === 'array') return `Too few: give at least ${issue.minimum}`;
      return `Must be ${issue.minimum} or more`;
    case 'too_big':
      if (issue.origin === 'string') return `Too long: give at most ${count(issue.maximum, 'character')}`;
      if (issue.origin === 'array') return `Too many: give at most ${issue.maximum}`;
      return `Must be ${issue.maximum} or less`;
    case 'invalid_union':
      // A value or null: what is wrong with the value.
      return issue.errors[0]?.[0]?.message;
  }
  return undefined;
}

function count(number: number | bigint, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
