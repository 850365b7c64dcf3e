// The file of the bundled embedder's weights: a table of rows in four bits a number, each row with its own scale.
import { createHash } from 'node:crypto';

export interface Table {
  rows: number;
  dimensions: number;
  /** rows × dimensions */
  numbers: Float32Array | Int8Array;
  /** What a number of each row is to be multiplied by. */
  scales: Float32Array;
}

const MAGIC = 'NWE2';
const HEADER_BYTES = 12;
/** Four bits hold -7 to 7. */
const MOST = 7;

/**
 * Rounds a table to four bits a number; the benchmark lost nothing by it (docs/decisions/0008).
 *
 * @param numbers rows × dimensions, any size
 */
export function encodeWeights(numbers: Float32Array, rows: number, dimensions: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + rows * 4 + (rows * dimensions) / 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = MAGIC.charCodeAt(i);
  view.setUint32(4, rows, true);
  view.setUint32(8, dimensions, true);
  for (let row = 0; row < rows; row++) {
    let most = 0;
    for (let i = 0; i < dimensions; i++) most = Math.max(most, Math.abs(numbers[row * dimensions + i]!));
    const scale = most / MOST || 1;
    view.setFloat32(HEADER_BYTES + row * 4, scale, true);
    const nibble = (i: number) => Math.round(numbers[row * dimensions + i]! / scale) + 8;
    const at = HEADER_BYTES + rows * 4 + (row * dimensions) / 2;
    for (let i = 0; i < dimensions; i += 2) bytes[at + i / 2] = nibble(i) | (nibble(i + 1) << 4);
  }
  return bytes;
}

/** @throws RangeError when the bytes are no such file */
export function decodeWeights(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MAGIC)
    throw new RangeError(`These are no weights of the bundled embedder: ${MAGIC} expected`);
  const rows = view.getUint32(4, true);
  const dimensions = view.getUint32(8, true);
  const start = HEADER_BYTES + rows * 4;
  if (bytes.length !== start + (rows * dimensions) / 2)
    throw new RangeError(
      `The weights should have ${start + (rows * dimensions) / 2} bytes, not ${bytes.length}`,
    );
  const scales = Float32Array.from({ length: rows }, (_, row) =>
    view.getFloat32(HEADER_BYTES + row * 4, true),
  );
  const numbers = new Int8Array(rows * dimensions);
  for (let i = start, n = 0; i < bytes.length; i++, n += 2) {
    numbers[n] = (bytes[i]! & 15) - 8;
    numbers[n + 1] = (bytes[i]! >> 4) - 8;
  }
  return { rows, dimensions, numbers, scales };
}

/** Twelve hexadecimal digits that tell one set of weights from another. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}
