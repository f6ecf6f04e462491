import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

/** Seconds in `npm test`; `npm run simulate -- fuzz --count 20000` for longer. */
export const RUNS = {
  numRuns: Number(process.env.FUZZ ?? 30),
  ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
};

/** Inputs that found something, and such as are known to be hard, by file. */
export const corpus = (name: string): [string, Buffer][] => {
  const folder = join(import.meta.dirname, "corpus", name);
  return readdirSync(folder).map((file) => [file, readFileSync(join(folder, file))]);
};

type Edit = { at: number } & (
  | { kind: "flip"; bit: number }
  | { kind: "put"; bytes: Uint8Array }
  | { kind: "cut"; length: number }
  | { kind: "again"; length: number }
);

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.oneof(fc.nat(8), fc.nat(2_000));
const HARD = [
  "\u0000",
  "<",
  "&a;",
  "]]>",
  '"',
  "}",
  "[",
  ",",
  "9".repeat(20),
  "-1",
  "__proto__",
  "\ud800",
  "null",
  "：",
  "0x7fffffff",
];
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant("put" as const), at: place, bytes: fc.uint8Array({ maxLength: 12 }) }),
  fc.record({
    kind: fc.constant("put" as const),
    at: place,
    bytes: fc.constantFrom(...HARD).map((text) => Buffer.from(text)),
  }),
  fc.record({ kind: fc.constant("cut" as const), at: place, length }),
  fc.record({ kind: fc.constant("again" as const), at: place, length }),
);

/** One of the inputs, with a few bytes changed, cut out, put in or said twice. */
export const mutated = (inputs: readonly Uint8Array[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...inputs), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([bytes, edits]) => edits.reduce(change, Buffer.from(bytes)));

function change(bytes: Buffer, edit: Edit): Buffer {
  const at = Math.floor(edit.at * bytes.length);
  switch (edit.kind) {
    case "flip": {
      const changed = Buffer.from(bytes);
      if (changed.length > 0) changed[at] = (changed[at] ?? 0) ^ (1 << edit.bit);
      return changed;
    }
    case "put":
      return Buffer.concat([bytes.subarray(0, at), edit.bytes, bytes.subarray(at)]);
    case "cut":
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + edit.length)]);
    case "again":
      return Buffer.concat([bytes.subarray(0, at + edit.length), bytes.subarray(at)]);
  }
}
