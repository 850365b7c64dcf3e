// A statement as text with numbered parameters, for those that are long and asked all the time: a value that stands in many
// places is sent once, and putting the text together takes next to nothing.
import type { Queryable } from './connect.ts';

/**
 * @example
 * const statement = new Statement();
 * const x = statement.value(81, 'real');
 * await statement.ask<{ id: string }>(sql, `select id from places where x between ${x} - 1 and ${x} + 1`);
 */
export class Statement {
  readonly #values: unknown[] = [];

  /**
   * @param type as PostgreSQL names it; left out where an operator tells it
   * @returns what stands for it in the text, once or oftener: PostgreSQL refuses a value that the text does not have
   */
  value(value: unknown, type?: string): string {
    this.#values.push(value);
    const place = `$${this.#values.length}`;
    return type ? `${place}::${type}` : place;
  }

  /** Prepared once per connection and text, so values never belong into the text. */
  async ask<Row extends object>(sql: Queryable, text: string): Promise<Row[]> {
    return (await sql.unsafe(text, this.#values as never[], { prepare: true })) as unknown as Row[];
  }
}
