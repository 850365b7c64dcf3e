// For tests: writes a sentence-transformer of six words and four dimensions, as real ONNX with a real tokenizer.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The vector of every token. `[PAD]` would spoil a mean that does not leave it out. */
export const TINY_WORDS: Record<string, [number, number, number, number]> = {
  '[PAD]': [9, 9, 9, 9],
  '[UNK]': [0, 0, 0, 1],
  bakker: [1, 0, 0, 0],
  brood: [0, 1, 0, 0],
  lasser: [0, 0, 1, 0],
  query: [0, 0, 1, 1],
};
const DIMENSIONS = 4;

/** @param folder new; gets config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx */
export async function writeTinyModel(folder: string): Promise<void> {
  const vocab = Object.fromEntries(Object.keys(TINY_WORDS).map((word, id) => [word, id]));
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const json = (name: string, content: object) => writeFile(join(folder, name), JSON.stringify(content));
  await json('config.json', {
    model_type: 'bert',
    architectures: ['BertModel'],
    hidden_size: DIMENSIONS,
    vocab_size: Object.keys(vocab).length,
  });
  await json('tokenizer_config.json', {
    tokenizer_class: 'PreTrainedTokenizerFast',
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    model_max_length: 16,
  });
  await json('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['[PAD]', '[UNK]'].map((content) => ({
      id: vocab[content],
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      vocab,
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
    },
  });
  await writeFile(join(folder, 'onnx/model.onnx'), onnxModel(Object.values(TINY_WORDS)));
}

// The rest writes protocol buffers by the field numbers of onnx.proto3.
const FLOAT = 1;
const INT64 = 7;

/** last_hidden_state = table[input_ids]; the mask is an input because the library sends one. */
function onnxModel(table: number[][]): Buffer {
  const initializer = message(
    number(1, table.length),
    number(1, DIMENSIONS),
    number(2, FLOAT),
    text(8, 'table'),
    bytes(9, Buffer.from(Float32Array.from(table.flat()).buffer)),
  );
  const gather = message(
    text(1, 'table'),
    text(1, 'input_ids'),
    text(2, 'last_hidden_state'),
    text(4, 'Gather'),
  );
  const graph = message(
    bytes(1, gather),
    text(2, 'tiny'),
    bytes(5, initializer),
    bytes(11, valueInfo('input_ids', INT64, ['batch', 'sequence'])),
    bytes(11, valueInfo('attention_mask', INT64, ['batch', 'sequence'])),
    bytes(12, valueInfo('last_hidden_state', FLOAT, ['batch', 'sequence', DIMENSIONS])),
  );
  const opset = message(number(2, 13));
  return message(number(1, 8), bytes(7, graph), bytes(8, opset));
}

function valueInfo(name: string, type: number, shape: (string | number)[]): Buffer {
  const dims = shape.map((size) =>
    bytes(1, message(typeof size === 'number' ? number(1, size) : text(2, size))),
  );
  const tensor = message(number(1, type), bytes(2, message(...dims)));
  return message(text(1, name), bytes(2, message(bytes(1, tensor))));
}

const message = (...fields: Buffer[]) => Buffer.concat(fields);
const number = (field: number, value: number) => message(varint(field << 3), varint(value));
const bytes = (field: number, value: Buffer) =>
  message(varint((field << 3) | 2), varint(value.length), value);
const text = (field: number, value: string) => bytes(field, Buffer.from(value));

function varint(value: number): Buffer {
  const septets: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) septets.push((rest & 0x7f) | 0x80);
  return Buffer.from([...septets, rest]);
}
