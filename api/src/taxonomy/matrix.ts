// Vectors of length 1 side by side, compared with one vector at once.

/** @example new VectorMatrix(vectors).products(query) // one cosine per vector */
export class VectorMatrix {
  readonly size: number;
  readonly #stride: number;
  readonly #numbers: Float32Array;

  /** @param vectors of one length; undefined counts as zeros, which resemble nothing */
  constructor(vectors: readonly (Float32Array | undefined)[]) {
    this.size = vectors.length;
    const dimensions = vectors.find((vector) => vector !== undefined)?.length ?? 0;
    this.#stride = Math.ceil(dimensions / 4) * 4;
    this.#numbers = new Float32Array(this.size * this.#stride);
    vectors.forEach((vector, i) => {
      if (vector) this.#numbers.set(vector, i * this.#stride);
    });
  }

  /** @param rows of which vectors; all unless told @returns a product per row, in their order */
  products(vector: Float32Array, rows?: readonly number[]): Float32Array {
    // Of twice the width, so that its numbers are not converted again for every row.
    const padded = new Float64Array(this.#stride);
    padded.set(vector.subarray(0, this.#stride));
    const out = new Float32Array(rows?.length ?? this.size);
    for (let i = 0; i < out.length; i++) out[i] = this.#product(rows ? rows[i]! : i, padded);
    return out;
  }

  #product(row: number, vector: Float64Array): number {
    const numbers = this.#numbers;
    const end = (row + 1) * this.#stride;
    // Four sums, because each addition waits for the one before.
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = row * this.#stride, i = 0; at < end; at += 4, i += 4) {
      a += numbers[at]! * vector[i]!;
      b += numbers[at + 1]! * vector[i + 1]!;
      c += numbers[at + 2]! * vector[i + 2]!;
      d += numbers[at + 3]! * vector[i + 3]!;
    }
    return a + b + c + d;
  }
}
