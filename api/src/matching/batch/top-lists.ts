// Many short lists of the best at once, each kept in order, in three typed arrays.

export class TopLists {
  readonly length: number;
  /** How many stand in each list. */
  readonly counts: Int32Array;
  /** List by list, `length` places each: row numbers, best first. */
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly #ids: readonly string[];

  /** @param ids of the rows: of equals the first by id comes first */
  constructor(lists: number, length: number, ids: readonly string[]) {
    this.length = length;
    this.counts = new Int32Array(lists);
    this.rows = new Int32Array(lists * length);
    this.values = new Float64Array(lists * length);
    this.#ids = ids;
  }

  /** Takes a row into a list when it is among its best. */
  add(list: number, row: number, value: number): void {
    const first = list * this.length;
    const count = this.counts[list]!;
    let at = first + count;
    if (count === this.length) {
      if (!this.#isBetter(row, value, at - 1)) return;
      at--;
    } else {
      this.counts[list] = count + 1;
    }
    // Most that come this far end near the bottom, so a search of the place would not pay.
    while (at > first && this.#isBetter(row, value, at - 1)) {
      this.rows[at] = this.rows[at - 1]!;
      this.values[at] = this.values[at - 1]!;
      at--;
    }
    this.rows[at] = row;
    this.values[at] = value;
  }

  /** @returns row numbers of one list, best first */
  of(list: number): Int32Array {
    const first = list * this.length;
    return this.rows.subarray(first, first + this.counts[list]!);
  }

  #isBetter(row: number, value: number, than: number): boolean {
    const other = this.values[than]!;
    return value > other || (value === other && this.#ids[row]! < this.#ids[this.rows[than]!]!);
  }
}
