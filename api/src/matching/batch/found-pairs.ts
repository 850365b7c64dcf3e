// Pairs of which nobody knows beforehand how many there are, in typed arrays that grow.

const FIRST = 1 << 16;

export class FoundPairs {
  size = 0;
  candidate = new Int32Array(FIRST);
  vacancy = new Int32Array(FIRST);
  promise = new Float64Array(FIRST);

  add(candidate: number, vacancy: number, promise: number): void {
    if (this.size === this.candidate.length) this.#grow();
    this.candidate[this.size] = candidate;
    this.vacancy[this.size] = vacancy;
    this.promise[this.size++] = promise;
  }

  #grow(): void {
    const twice = 2 * this.size;
    this.candidate = copied(this.candidate, new Int32Array(twice));
    this.vacancy = copied(this.vacancy, new Int32Array(twice));
    this.promise = copied(this.promise, new Float64Array(twice));
  }
}

function copied<Values extends Int32Array | Float64Array>(from: Values, to: Values): Values {
  to.set(from);
  return to;
}
