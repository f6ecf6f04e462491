import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("./", import.meta.url);

export const sampleNames = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".json")).sort();

/** The body of a sample by its number, e.g. `30`. */
export function sample(number: string): unknown {
  const name = sampleNames().find((candidate) => candidate.startsWith(`${number}-`));
  if (name === undefined) throw new Error(`no sample ${number}`);
  return z.object({ body: z.unknown() }).parse(JSON.parse(readFileSync(new URL(name, folder), "utf8"))).body;
}

const frameShape = z.looseObject({ headers: z.record(z.string(), z.string()), data: z.string() });

/** A sample frame and its decoded data. */
export function sampleFrame(number: string): { frame: z.output<typeof frameShape>; data: unknown } {
  const frame = frameShape.parse(sample(number));
  return { frame, data: JSON.parse(frame.data) };
}
