// The database from opening to closing: also when the work fails, or Ctrl-C or the machine ends it halfway.
import type { Config } from './config.ts';
import { connect, type Database } from './db/connect.ts';
import type { Server } from './server.ts';

/** What shells give for a command that was ended with Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Opens the database, works, and closes it. A server that the work returns runs until a signal stops it; a signal
 * before that ends the process, and nothing stays of the transaction that was under way.
 */
export async function withDatabase(
  config: Config,
  work: (database: Database) => Promise<Server | undefined>,
): Promise<void> {
  const signal = new Promise<void>((resolve) => {
    // Not `once`: Ctrl-C may come twice, from the terminal and from npm, and the first is enough.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
  const database = await connect(config);
  let close = () => database.close();
  let result: Server | 'interrupted' | undefined;
  try {
    result = await Promise.race([work(database), signal.then(() => 'interrupted' as const)]);
    if (result === 'interrupted') {
      // Without waiting for the statement that is running.
      await database.sql.end({ timeout: 0 });
    } else if (result) {
      close = result.stop;
      await signal;
    }
  } finally {
    await close();
  }
  if (result === 'interrupted') process.exit(INTERRUPTED);
}
