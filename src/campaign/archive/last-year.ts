import { z } from "zod";
import { contentOf, openLargeZip } from "../../platform/documents/zip/read-large-zip.ts";
import type { Definition } from "../definition/definition.ts";
import { nextYearPhrases as phrases } from "../definition/starter/next-year/phrases.ts";
import { contentPhrases } from "./contents/phrases.ts";
import { askedBackLines, frictionOf } from "./friction.ts";
import { manifestIn } from "./proof/erase.ts";

const rulings = z.array(
  z.object({
    ruling: z.string(),
    version: z.number(),
    text: z.string(),
    approver: z.string(),
    state: z.string(),
  }),
);
const people = z.array(z.object({ staffId: z.string(), name: z.string() }));

export interface LastYear {
  /** Answers to 口径 in force at the end, in words. */
  rulings: string[];
  /** What came late and what waited for whom, by how many working days. */
  friction: string[];
  /** What was asked back or refused most often. */
  asked: string[];
}

/** What last year's archive has for this year's. @throws if it is no archive */
export async function lastYear(path: string, definition: Definition): Promise<LastYear> {
  const zip = await openLargeZip(path);
  try {
    if (!(await manifestIn(zip))) throw new Error("the zip is no archive");
    const read = async (name: string): Promise<unknown> => {
      const entry = zip.entries.find((one) => one.name === `${contentPhrases.folders.data}/${name}`);
      return entry ? JSON.parse(String(await contentOf(zip, entry))) : [];
    };
    const readTable = (table: string): Promise<unknown> => read(contentPhrases.table(table));
    const names = new Map(
      people.parse(await read(contentPhrases.people())).map(({ staffId, name }) => [staffId, name]),
    );
    const confirmed = rulings
      .parse(await read(contentPhrases.table("ruling_answer")))
      .filter(({ state }) => state === "confirmed");
    const newest = new Map(confirmed.sort((one, other) => one.version - other.version).map((one) => [one.ruling, one]));
    return {
      rulings: [...newest.values()].map(({ ruling, version, text, approver }) =>
        phrases.ruling(ruling, version, text, names.get(approver) ?? approver),
      ),
      friction: await frictionOf(definition, readTable),
      asked: await askedBackLines(readTable),
    };
  } finally {
    await zip.close();
  }
}
