// What the OpenAPI document says about the API as a whole.
import packageJson from '../../package.json' with { type: 'json' };

/** Semantic version of the contract; also sent with every response. */
export const API_VERSION = packageJson.version;

export const documentInfo = {
  openapi: '3.1.0',
  info: {
    title: 'NederlandWerkt',
    version: API_VERSION,
    description:
      'Matching of people and places to work or learn in the Netherlands, on skills. This service uses the ESCO classification of the European Commission.',
    contact: {
      name: 'NederlandWerkt',
      url: 'https://nederlandwerkt.example/developers',
      email: 'developers@nederlandwerkt.example',
    },
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: 'http://localhost:4100', description: 'The demo on your own machine' }],
  tags: [
    { name: 'Taxonomy', description: 'Skills and occupations (ESCO, ISCO-08)' },
    { name: 'Places', description: 'Towns and postcodes' },
    {
      name: 'Vacancies',
      description: 'Jobs, apprenticeships, internships, work-experience places, volunteering, courses',
    },
    { name: 'Candidates', description: 'People who signed up' },
    { name: 'Matching', description: 'Ranked lists with reasons' },
  ],
};

export const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A partner key: publishable (nw_pk_…) in a page of a bound origin, or secret (nw_sk_…) on a server',
  },
  candidateToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token that signing up returns: one candidate, one hour',
  },
} as const;

type Security = Record<string, string[]>[];
/** What a route needs, as its declaration says it; `allow` enforces it. */
export const KEY: Security = [{ key: [] }];
export const TOKEN_OR_KEY: Security = [{ candidateToken: [] }, { key: [] }];
