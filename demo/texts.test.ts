// The municipality's pages say everything in every language that their menu offers.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

const folder = join(import.meta.dirname, 'municipality');
const { texts }: { texts: Record<string, Record<string, string>> } = await import(
  pathToFileURL(join(folder, 'texts.js')).href
);

describe('the texts of the municipality’s pages', () => {
  for (const page of ['index.html', 'aanmelden.html']) {
    it(`are there in every language of the menu, and for every place in ${page}`, async () => {
      const html = await readFile(join(folder, page), 'utf8');
      const offered = [...html.matchAll(/<option value="(\w+)" lang="\1">/g)].map(([, language]) => language);
      assert.deepEqual(offered, Object.keys(texts));
      const wanted = [...html.matchAll(/data-text="(\w+)"/g)].map(([, name]) => name!);
      for (const [language, words] of Object.entries(texts)) {
        assert.deepEqual(
          wanted.filter((name) => !words[name]),
          [],
          language,
        );
      }
    });
  }

  it('are the same in the page as it is served and in its Dutch texts', async () => {
    for (const page of ['index.html', 'aanmelden.html']) {
      const html = await readFile(join(folder, page), 'utf8');
      for (const [, name, words] of html.matchAll(/data-text="(\w+)">([^<]+)</g)) {
        assert.equal(words, texts.nl![name!]);
      }
    }
  });
});
