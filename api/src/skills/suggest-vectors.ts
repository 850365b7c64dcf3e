// Many vectors in little memory: eight bits a coordinate, so that comparing one with thousands stays in the cache.

const LARGEST = 127;

/** A vector as whole numbers; `scale` times these is the vector, to 0.4% of its largest coordinate. */
export interface Packed {
  values: Int8Array;
  scale: number;
}

export function pack(vector: Float32Array): Packed {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  if (most === 0) return { values: new Int8Array(vector.length), scale: 0 };
  return {
    values: Int8Array.from(vector, (value) => Math.round((value * LARGEST) / most)),
    scale: most / LARGEST,
  };
}

/** Rows of packed vectors; zeros where there is none. */
export class PackedVectors {
  readonly #dimensions: number;
  readonly #values: Int8Array;
  readonly #scales: Float32Array;

  constructor(vectors: (Float32Array | undefined)[], dimensions: number) {
    this.#dimensions = dimensions;
    this.#values = new Int8Array(vectors.length * dimensions);
    this.#scales = new Float32Array(vectors.length);
    vectors.forEach((vector, row) => {
      if (!vector) return;
      const { values, scale } = pack(vector);
      this.#values.set(values, row * dimensions);
      this.#scales[row] = scale;
    });
  }

  /** @returns a new vector, undefined where there is none */
  row(row: number): Float32Array | undefined {
    const scale = this.#scales[row]!;
    const d = this.#dimensions;
    if (scale === 0) return undefined;
    return Float32Array.from(this.#values.subarray(row * d, (row + 1) * d), (value) => value * scale);
  }

  /** Dot product with one row. Whole numbers in four sums at once: the fastest that JavaScript does. */
  dot({ values, scale }: Packed, row: number): number {
    const rows = this.#values;
    const d = this.#dimensions;
    let at = row * d;
    let a = 0;
    let b = 0;
    let c = 0;
    let e = 0;
    let i = 0;
    for (; i < d - 3; i += 4, at += 4) {
      a = (a + Math.imul(values[i]!, rows[at]!)) | 0;
      b = (b + Math.imul(values[i + 1]!, rows[at + 1]!)) | 0;
      c = (c + Math.imul(values[i + 2]!, rows[at + 2]!)) | 0;
      e = (e + Math.imul(values[i + 3]!, rows[at + 3]!)) | 0;
    }
    for (; i < d; i++, at++) a = (a + Math.imul(values[i]!, rows[at]!)) | 0;
    return (a + b + c + e) * scale * this.#scales[row]!;
  }
}
