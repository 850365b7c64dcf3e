import type { Sql } from '../db/connect.ts';
import type { Progress } from '../progress.ts';
export async function seedPool(
  _sql: Sql,
  _progress: Progress,
  _options: { candidates?: number; vacancies?: number; seed?: number } = {},
): Promise<void> {}
