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
  servers: [{ url: '/v1', description: 'On the host that gives this document' }],
  tags: [
    { name: 'Taxonomy', description: 'Skills and occupations (ESCO, ISCO-08)' },
    { name: 'Skills', description: 'What people can probably do, and what texts say' },
    { name: 'Places', description: 'Towns and postcodes' },
    {
      name: 'Vacancies',
      description: 'Jobs, apprenticeships, internships, work-experience places, volunteering, courses',
    },
    { name: 'Candidates', description: 'People who signed up' },
    { name: 'Matching', description: 'Ranked lists with reasons' },
  ],
};

/** One for each kind of caller, so that the document says which of them an operation takes. */
export const SECURITY_SCHEMES = {
  publishableKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'nw_pk_…: stands in a web page, and works in pages of the origins that it is bound to only',
  },
  secretKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'nw_sk_…: stays on your server; refused when a browser sends it',
  },
  candidateToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'What signing up returns: opens the profile of that one person, for an hour',
  },
} as const;
