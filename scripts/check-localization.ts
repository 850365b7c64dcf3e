// Fails when the widget's messages, their translations and the compiled modules do not agree. Works on a copy.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const widget = join(import.meta.dirname, '../widget');
const config = JSON.parse(readFileSync(join(widget, 'lit-localize.json'), 'utf8'));
const translations = resolve(widget, config.interchange.xliffDir);
const modules = resolve(widget, config.output.outputDir);

const copy = mkdtempSync(join(tmpdir(), 'nw-localization-'));
const problems: string[] = [];
try {
  const copyOfTranslations = join(copy, 'translations');
  const copyOfModules = join(copy, 'modules');
  cpSync(translations, copyOfTranslations, { recursive: true });
  const copyOfConfig = {
    ...config,
    tsConfig: resolve(widget, config.tsConfig),
    output: {
      ...config.output,
      outputDir: copyOfModules,
      localeCodesModule: join(copyOfModules, basename(config.output.localeCodesModule)),
    },
    interchange: { ...config.interchange, xliffDir: copyOfTranslations },
  };
  writeFileSync(join(copy, 'lit-localize.json'), JSON.stringify(copyOfConfig));
  for (const command of ['extract', 'build']) {
    execFileSync('pnpm', ['exec', 'lit-localize', command, '--config', join(copy, 'lit-localize.json')], {
      cwd: widget,
      stdio: 'inherit',
    });
  }
  compare(copyOfTranslations, translations, 'pnpm --filter @nederlandwerkt/widget run localize:extract');
  compare(copyOfModules, modules, 'pnpm --filter @nederlandwerkt/widget run localize:build');
  for (const name of readdirSync(copyOfTranslations)) {
    const units =
      readFileSync(join(copyOfTranslations, name), 'utf8').match(/<trans-unit.*?<\/trans-unit>/gs) ?? [];
    for (const unit of units) {
      const source = /<source>(.*?)<\/source>/s.exec(unit)?.[1];
      if (!/<target[^>]*>(?!<\/target>)/.test(unit))
        problems.push(`${name} lacks a translation of "${source}"`);
    }
  }
} finally {
  rmSync(copy, { recursive: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function compare(made: string, committed: string, remedy: string): void {
  for (const name of readdirSync(made)) {
    const [fresh, kept] = [made, committed].map((folder) => read(join(folder, name)));
    if (fresh !== kept) problems.push(`${join(committed, name)} is out of date: run ${remedy}`);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
