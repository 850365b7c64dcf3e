// Runs the tests in a real Chromium, and ends with one plain line: how many passed, how many failed.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findChromium } from '../scripts/chromium.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default {
  files: 'src/**/*.test.ts',
  rootDir: here('..'),
  nodeResolve: { exportConditions: ['production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: here('tsconfig.json') })],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await findChromium() })],
  concurrency: 1,
  // A whole walk through the sign-up with axe at each step: seconds alone, more beside other tests.
  testFramework: { config: { timeout: 40_000 } },
  testsFinishTimeout: 600_000,
  reporters: [defaultReporter({ reportTestProgress: false }), { onTestRunFinished: summarize }],
};

function summarize({ sessions }) {
  const counts = { passed: 0, failed: 0 };
  const count = ({ suites, tests }) => {
    for (const { passed, skipped } of tests) if (!skipped) counts[passed ? 'passed' : 'failed'] += 1;
    suites.forEach(count);
  };
  for (const { testResults, passed } of sessions) {
    if (testResults) count(testResults);
    // A file that does not even load has no tests to count.
    else if (!passed) counts.failed += 1;
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
}
