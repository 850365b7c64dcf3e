// What is measured: a way to rank the texts of a corpus for a query.

export interface Entry {
  id: string;
  text: string;
}

/** What a method may know of a set; ISO 639-1 codes, absent when nobody told. */
export interface Context {
  language?: string;
  corpusLanguage?: string;
  /** A title names one thing; a sentence may speak of several in passing. */
  task?: 'title' | 'sentence';
  /** The queries are labels that stand apart (`sets/held-out.ts`): use nothing that was trained on them. */
  heldOut?: boolean;
}

export interface Ranker {
  /** @returns one score per element of the corpus, in its order; higher is better, and equal means undecided */
  score(query: string): Float32Array | Promise<Float32Array>;
}

export interface Method {
  /** A short word for the command line, such as `tf-idf`. */
  name: string;
  /** What tables call it; the name unless told. */
  title?: string;
  prepare(corpus: Entry[], context: Context): Promise<Ranker> | Ranker;
}

export function titleOf(method: Method): string {
  return method.title ?? method.name;
}

/** Prepares a corpus once, however many sets share it; for methods that do not look at the context. */
export function oncePerCorpus(prepare: (corpus: Entry[]) => Promise<Ranker> | Ranker): Method['prepare'] {
  const known = new WeakMap<Entry[], Promise<Ranker> | Ranker>();
  return (corpus) => {
    const ranker = known.get(corpus) ?? prepare(corpus);
    known.set(corpus, ranker);
    return ranker;
  };
}
