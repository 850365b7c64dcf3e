import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import type { WriteStream } from 'node:tty';
import { createProgress } from './progress.ts';

/** A stream that keeps what is written to it, posing as a terminal or not. */
function recorder(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  const progress = createProgress(stream as unknown as WriteStream);
  return { progress, written: () => String(stream.read() ?? '') };
}

describe('progress', () => {
  it('writes one plain line per step where there is no terminal', () => {
    const { progress, written } = recorder(false);
    const step = progress.step('Writing concepts', 3);
    step.advance();
    step.advance(2);
    step.done();
    assert.equal(written(), 'Writing concepts …\n');
  });

  it('draws a bar with label and percentage on a terminal', () => {
    const { progress, written } = recorder(true);
    const step = progress.step('Writing concepts', 4);
    step.advance(3);
    step.done();
    assert.match(written(), /Writing concepts .*75%/);
  });

  it('ends the bar when the work throws, so that the process can end', () => {
    const { progress, written } = recorder(true);
    assert.throws(() => {
      using _step = progress.step('Writing concepts', 4);
      throw new Error('the disk is full');
    }, /the disk is full/);
    assert.match(written(), /\n$/);
  });
});
