// Shows how far long work is: a bar on a terminal, one plain line per step elsewhere (a log, CI).
import type { WriteStream } from 'node:tty';
import { SingleBar } from 'cli-progress';

export interface Step extends Disposable {
  /** @param by how much more is done, in the unit of the step's total; 1 unless told */
  advance(by?: number): void;
  /** Ends the step. `using step = progress.step(…)` ends it too, also when something throws. */
  done(): void;
}

export interface Progress {
  step(label: string, total: number): Step;
}

/** @example using step = createProgress().step('Reading 12 files', bytes); step.advance(chunk.length); */
export function createProgress(stream: WriteStream = process.stderr): Progress {
  return { step: (label, total) => (stream.isTTY ? bar(stream, label, total) : line(stream, label)) };
}

/** Says nothing. */
export const silent: Progress = {
  step: () =>
    stepOf(
      () => {},
      () => {},
    ),
};

function bar(stream: WriteStream, label: string, total: number): Step {
  const drawn = new SingleBar({
    stream,
    format: '{label} {bar} {percentage}% {duration_formatted}',
    barsize: 30,
  });
  drawn.start(total, 0, { label: label.padEnd(28) });
  return stepOf(
    (by) => drawn.increment(by),
    () => drawn.stop(),
  );
}

function line(stream: WriteStream, label: string): Step {
  stream.write(`${label} …\n`);
  return stepOf(
    () => {},
    () => {},
  );
}

function stepOf(advance: (by: number) => void, done: () => void): Step {
  return { advance: (by = 1) => advance(by), done, [Symbol.dispose]: done };
}
