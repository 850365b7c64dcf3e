// Finds a Chromium for the browser tests: an installed one, else the one that comes with @sparticuz/chromium.
import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Not the package's own arguments: they switch off CORS, which the tests are to see.
// No sandbox: containers often cannot give one. No background networking: a test speaks to nobody but us.
const ARGS = ['--no-sandbox', '--disable-background-networking'];

/**
 * Path and arguments of a Chromium, as playwright's and puppeteer's `launch` take them.
 *
 * @example
 * const browser = await playwright.chromium.launch(await findChromium());
 */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: ARGS };
  return { executablePath: await chromium.executablePath(), args: ARGS };
}
