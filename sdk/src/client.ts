// The client: one method per operation of the API, grouped by resource.
import createClient, { type Client } from 'openapi-fetch';
import { ConnectionError, toError } from './errors.ts';
import type {
  CandidateInput,
  CandidatePatch,
  ConceptReference,
  components,
  Language,
  operations,
  paths,
  SkillExtractionRequest,
  SkillSuggestionRequest,
  UnlockPathRequest,
  VacancyInput,
  VacancyMatchRequest,
} from './generated/schema.ts';

export interface ClientOptions {
  /** A publishable key in a web page, a secret key on a server, or a candidate's token. */
  key: string;
  /** Where the API is; the demo on this machine when left out. */
  baseUrl?: string;
  /** Language of labels in answers; Dutch when left out. */
  language?: Language;
  /** Replaces the global fetch, in tests for example. */
  fetch?: typeof fetch;
}

type Schemas = components['schemas'];
type Query<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;
/** Ends the request when the caller no longer wants the answer. */
export interface RequestOptions {
  signal?: AbortSignal;
}
type Given<Operation extends keyof operations> = Omit<Query<Operation>, 'q'> & RequestOptions;

const DEFAULT_BASE_URL = 'http://localhost:4100';

/**
 * Client of the NederlandWerkt API. Every method resolves to the answer's data,
 * and rejects with an {@link ApiError} subclass, or a {@link ConnectionError} when no answer came.
 *
 * @example
 * const nw = new NederlandWerkt({ key: 'nw_sk_…' });
 * const { vacancy, candidateMatches } = await nw.vacancies.create({ title: 'Bakker', place: { text: 'Utrecht' } });
 */
export class NederlandWerkt {
  readonly #client: Client<paths>;
  readonly #language: Language | undefined;

  constructor({ key, baseUrl = DEFAULT_BASE_URL, language, fetch }: ClientOptions) {
    if (!key) throw new TypeError('key is required: a publishable key, a secret key or a candidate token');
    this.#client = createClient<paths>({
      baseUrl: `${baseUrl.replace(/\/+$/, '')}/v1`,
      headers: { Authorization: `Bearer ${key}` },
      ...(fetch && { fetch }),
    });
    this.#language = language;
  }

  readonly occupations = {
    /** Occupations that fit some letters or words of any supported language, best first. */
    search: (q: string, { signal, ...query }: Given<'searchOccupations'> = {}) =>
      unwrap(this.#client.GET('/occupations', { params: { query: this.#speak({ q, ...query }) }, signal })),
    /** An occupation with its skills. */
    get: (conceptId: string, { signal, ...query }: Given<'readOccupation'> = {}) =>
      unwrap(
        this.#client.GET('/occupations/{conceptId}', {
          params: { path: { conceptId }, query: this.#speak(query) },
          signal,
        }),
      ),
  };

  readonly skills = {
    /** Skills that fit some letters or words of any supported language, best first. */
    search: (q: string, { signal, ...query }: Given<'searchSkills'> = {}) =>
      unwrap(this.#client.GET('/skills', { params: { query: this.#speak({ q, ...query }) }, signal })),
    /** A skill with the occupations that need it. */
    get: (conceptId: string, { signal, ...query }: Given<'readSkill'> = {}) =>
      unwrap(
        this.#client.GET('/skills/{conceptId}', {
          params: { path: { conceptId }, query: this.#speak(query) },
          signal,
        }),
      ),
  };

  readonly skillSuggestions = {
    /** Skills that a person probably has, likeliest first, each with its reason. */
    create: (body: SkillSuggestionRequest, { signal }: RequestOptions = {}) =>
      unwrap(this.#client.POST('/skill-suggestions', { body: this.#speak(body), signal })),
  };

  readonly skillExtractions = {
    /** Skills, occupations, languages, licences, education and years that a text speaks of, each with its words. */
    create: (body: SkillExtractionRequest, { signal }: RequestOptions = {}) =>
      unwrap(this.#client.POST('/skill-extractions', { body: this.#speak(body), signal })),
  };

  readonly places = {
    /** Dutch towns by some letters, or postcodes by some digits. */
    search: (q: string, { signal, ...query }: Given<'searchPlaces'> = {}) =>
      unwrap(this.#client.GET('/places', { params: { query: { q, ...query } }, signal })),
  };

  readonly vacancies = {
    /** Posts a vacancy; its best candidates come in the same answer. Needs a secret key. */
    create: (body: VacancyInput, { signal, ...query }: Given<'createVacancy'> = {}) =>
      unwrap(this.#client.POST('/vacancies', { params: { query: this.#speak(query) }, body, signal })),
    /** An open vacancy, or a closed one of your own. */
    get: (vacancyId: string, { signal, ...query }: Given<'readVacancy'> = {}) =>
      unwrap(
        this.#client.GET('/vacancies/{vacancyId}', {
          params: { path: { vacancyId }, query: this.#speak(query) },
          signal,
        }),
      ),
    /** A page of your own vacancies, newest first; pass `next` as `cursor` for the following one. Needs a secret key. */
    list: ({ signal, ...query }: Given<'listVacancies'> = {}) =>
      unwrap(this.#client.GET('/vacancies', { params: { query: this.#speak(query) }, signal })),
    /** Replaces the whole of an open vacancy; its best candidates come in the same answer. Needs a secret key. */
    replace: (vacancyId: string, body: VacancyInput, { signal, ...query }: Given<'replaceVacancy'> = {}) =>
      unwrap(
        this.#client.PUT('/vacancies/{vacancyId}', {
          params: { path: { vacancyId }, query: this.#speak(query) },
          body,
          signal,
        }),
      ),
    /** Closes a vacancy: it is in no match from then on. Needs a secret key. */
    close: (
      vacancyId: string,
      reason: Schemas['ClosureInput']['reason'],
      { signal, ...query }: Given<'closeVacancy'> = {},
    ) =>
      unwrap(
        this.#client.POST('/vacancies/{vacancyId}/closures', {
          params: { path: { vacancyId }, query: this.#speak(query) },
          body: { reason },
          signal,
        }),
      ),
    /** Candidates for a vacancy of yours, best first, without names. Needs a secret key. */
    candidateMatches: (vacancyId: string, { signal, ...query }: Given<'matchCandidates'> = {}) =>
      unwrap(
        this.#client.GET('/vacancies/{vacancyId}/candidate-matches', {
          params: { path: { vacancyId }, query: this.#speak(query) },
          signal,
        }),
      ),
    /** How many candidates each requirement of a vacancy of yours costs, the costliest first. Needs a secret key. */
    whatIf: (vacancyId: string, { signal, ...query }: Given<'readWhatIf'> = {}) =>
      unwrap(
        this.#client.GET('/vacancies/{vacancyId}/what-ifs', {
          params: { path: { vacancyId }, query: this.#speak(query) },
          signal,
        }),
      ),
  };

  readonly candidates = {
    /** Signs a person up. The answer's `token` is the key for a client that may open this profile. */
    signUp: (body: CandidateInput, { signal }: RequestOptions = {}) =>
      unwrap(this.#client.POST('/candidates', { body, signal })),
    /** The whole profile. Needs the person's token, or the secret key of the partner where they signed up. */
    get: (candidateId: string, { signal, ...query }: Given<'readCandidate'> = {}) =>
      unwrap(
        this.#client.GET('/candidates/{candidateId}', {
          params: { path: { candidateId }, query: this.#speak(query) },
          signal,
        }),
      ),
    /** What is left out stays, null empties a field, a list replaces the list. */
    update: (
      candidateId: string,
      body: CandidatePatch,
      { signal, ...query }: Given<'updateCandidate'> = {},
    ) =>
      unwrap(
        this.#client.PATCH('/candidates/{candidateId}', {
          params: { path: { candidateId }, query: this.#speak(query) },
          body,
          signal,
        }),
      ),
    /** Deletes the profile at once and for good. */
    delete: async (candidateId: string, { signal }: RequestOptions = {}): Promise<void> => {
      await unwrap(
        this.#client.DELETE('/candidates/{candidateId}', { params: { path: { candidateId } }, signal }),
      );
    },
    /** Vacancies for a candidate, best first, with reasons. */
    vacancyMatches: (candidateId: string, { signal, ...query }: Given<'matchVacanciesForCandidate'> = {}) =>
      unwrap(
        this.#client.GET('/candidates/{candidateId}/vacancy-matches', {
          params: { path: { candidateId }, query: this.#speak(query) },
          signal,
        }),
      ),
    /** What stands between a candidate and a wished occupation, and the shortest way there. */
    unlockPath: (
      candidateId: string,
      wish: ConceptReference,
      { signal, ...query }: Given<'createCandidateUnlockPath'> = {},
    ) =>
      unwrap(
        this.#client.POST('/candidates/{candidateId}/unlock-paths', {
          params: { path: { candidateId }, query: this.#speak(query) },
          body: { wish },
          signal,
        }),
      ),
  };

  readonly unlockPaths = {
    /** What stands between an anonymous profile and a wished occupation, and the shortest way there. Nothing is stored. */
    create: (body: UnlockPathRequest, { signal }: RequestOptions = {}) =>
      unwrap(this.#client.POST('/unlock-paths', { body: this.#speak(body), signal })),
  };

  readonly vacancyMatches = {
    /** Vacancies for an anonymous profile, best first, with reasons. The match log keeps what was compared, not who asked. */
    find: (body: VacancyMatchRequest, { signal }: RequestOptions = {}) =>
      unwrap(this.#client.POST('/vacancy-matches', { body: this.#speak(body), signal })),
  };

  #speak<Q extends { language?: Language }>(query: Q): Q {
    return this.#language && !query.language ? { ...query, language: this.#language } : query;
  }
}

async function unwrap<T>(
  pending: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await pending.catch((cause: unknown) => {
    // fetch rejects with a TypeError when the connection fails, and JSON that was cut off is a SyntaxError.
    // Anything else is the reason that the caller's own signal gave.
    throw cause instanceof TypeError || cause instanceof SyntaxError ? new ConnectionError(cause) : cause;
  });
  if (!response.ok) throw toError(response, error);
  return data as NonNullable<T>;
}
