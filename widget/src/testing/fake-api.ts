// Stands in for the API at the level of `fetch`, with answers that have the types of the contract.
import type {
  CandidateInput,
  CandidatePatch,
  Consent,
  Language,
  Notice,
  Occupation,
  OccupationSearchResult,
  PlaceSearchResult,
  Problem,
  SignUp,
  SkillSearchResult,
  SkillSuggestionRequest,
  SkillSuggestions,
  Understood,
  UpdatedCandidate,
  VacancyMatches,
  VacancyMatchRequest,
} from '@nederlandwerkt/sdk';
import * as data from './fake-data.ts';

/** What was asked, as a test looks at it. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  key: string;
}

/**
 * Replaces `fetch` of a window until `restore`. Change a field to change an answer.
 *
 * @example
 * const api = new FakeApi();
 * api.status = 500; // every answer is a problem from now on
 */
export class FakeApi {
  readonly asked: Asked[] = [];
  /** Every answer is a problem with this status; 0: no answer comes at all. */
  status: number | undefined;
  /** Answers wait for this. */
  gate: Promise<unknown> = Promise.resolve();
  matchCount = 12;
  /** So many of the answer meet every condition; the others are farther away than the person wants. */
  unmetFrom = 4;
  /** How many meet every condition; those of the answer when left out. */
  matchTotal: number | undefined;
  totalIsExact = true;
  understood: Understood[] = [];
  notices: Notice[] = [];
  /** Ids of the skills that are suggested, likeliest first. */
  suggested = data.SKILLS;
  /** Suggests what was confirmed or rejected as well, which an API must not do. */
  forgetful = false;
  /** What is wrong with a sign-up. */
  signUpErrors: Problem['errors'];

  readonly #window: Window;
  readonly #fetch: typeof fetch;

  constructor(target: Window = window) {
    this.#window = target;
    this.#fetch = target.fetch;
    target.fetch = (input, init) => this.#answer(new Request(input, init));
  }

  restore(): void {
    this.#window.fetch = this.#fetch;
  }

  /** The requests to a path, oldest first. */
  to(path: string): Asked[] {
    return this.asked.filter((asked) => asked.path === path);
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith('/v1/')) return this.#fetch.call(this.#window, request);
    const asked: Asked = {
      method: request.method,
      path: pathname.slice('/v1'.length),
      query: searchParams,
      body: request.method === 'GET' || request.method === 'DELETE' ? undefined : await request.json(),
      key: request.headers.get('Authorization')?.replace('Bearer ', '') ?? '',
    };
    this.asked.push(asked);
    await this.gate;
    request.signal.throwIfAborted();
    if (this.status === 0) throw new TypeError('Failed to fetch');
    if (this.status) return problem(this.status);
    return this.#route(asked);
  }

  #route({ method, path, query, body }: Asked): Response {
    const q = query.get('q') ?? '';
    const language = (query.get('language') ?? 'nl') as Language;
    const [, resource, id, sub] = path.split('/');
    if (resource === 'occupations' && id) {
      return json<Occupation>({
        ...data.concept(id, language),
        iscoCode: null,
        regulated: false,
        riasec: null,
        alternativeLabels: [],
        essentialSkills: data.SKILLS.slice(0, 4).map((skill) => data.concept(skill, language)),
        optionalSkills: data.SKILLS.slice(4).map((skill) => data.concept(skill, language)),
      });
    }
    if (resource === 'occupations') {
      const items = data.hits(data.OCCUPATIONS, q, language);
      return json<OccupationSearchResult>({
        items: items.map((found) => ({
          ...found,
          iscoCode: null,
          regulated: found.id === 'nurse',
          riasec: null,
        })),
        notices: [],
      });
    }
    if (resource === 'skills') {
      const items = data.hits(data.SKILLS, q, language);
      return json<SkillSearchResult>({
        items: items.map((found) => ({ ...found, skillType: 'skill' })),
        notices: [],
      });
    }
    if (resource === 'skill-suggestions') return this.#suggest(body as SkillSuggestionRequest);
    if (resource === 'places') {
      const items = data.PLACES.filter(({ name }) => name.toLowerCase().startsWith(q.toLowerCase()));
      return json<PlaceSearchResult>({ items, notices: [] });
    }
    if (resource === 'vacancies' && id) return json(data.vacancy(id, language));
    if (resource === 'vacancy-matches') {
      return this.#matches((body as VacancyMatchRequest).language ?? 'nl', this.matchCount);
    }
    if (resource === 'candidates' && sub === 'vacancy-matches') {
      return this.#matches(language, Math.min(Number(query.get('limit')), this.matchCount));
    }
    if (resource === 'candidates' && method === 'POST') return this.#signUp(body as CandidateInput);
    if (resource === 'candidates' && method === 'DELETE') return new Response(null, { status: 204 });
    if (resource === 'candidates' && method === 'PATCH') {
      return json<UpdatedCandidate>({
        candidate: data.candidate({ ...(body as CandidatePatch), consent: consent(true) } as CandidateInput),
        understood: [],
        notices: [],
      });
    }
    if (resource === 'candidates') return json(data.candidate({ consent: consent(false) }));
    return problem(404);
  }

  #suggest({ confirmedSkills, rejectedSkills, language, limit }: SkillSuggestionRequest): Response {
    const known = this.forgetful ? [] : [...(confirmedSkills ?? []), ...(rejectedSkills ?? [])];
    const items = this.suggested
      .filter((id) => !known.some((reference) => 'id' in reference && reference.id === id))
      .slice(0, limit)
      .map((id) => data.suggestion(id, language ?? 'nl'));
    return json<SkillSuggestions>({ items, understood: this.understood, notices: this.notices });
  }

  #matches(language: Language, count: number): Response {
    return json<VacancyMatches>({
      items: data.vacancyMatches(language, count, this.unmetFrom),
      understood: this.understood,
      matchId: '22222222-2222-4222-8222-222222222222',
      total: this.matchTotal ?? Math.min(count, this.unmetFrom),
      totalIsExact: this.totalIsExact,
      notices: this.notices,
    });
  }

  #signUp(input: CandidateInput): Response {
    if (this.signUpErrors) return problem(400, this.signUpErrors);
    return json<SignUp>(
      {
        candidate: data.candidate(input),
        understood: this.understood,
        notices: this.notices,
        token: 'token-of-this-person',
        tokenExpiresAt: '2026-11-02T09:00:00Z',
      },
      201,
    );
  }
}

function consent(matching: boolean): Consent {
  return { profile: true, matching, textVersion: '2026-11' };
}

function json<Body>(body: Body, status = 200): Response {
  return Response.json(body, { status });
}

function problem(status: number, errors?: Problem['errors']): Response {
  const body: Problem = {
    type: 'about:blank',
    status,
    title: 'Problem',
    detail: 'As the test asked.',
    errors,
  };
  return json(body, status);
}
