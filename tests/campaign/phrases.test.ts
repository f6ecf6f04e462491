import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = join(import.meta.dirname, "../../src");

/** A sentence with bold in it; `/**` and powers are something else. */
const MARKED = /["`}\p{sc=Han}]\*\*|\*\*["`$\p{sc=Han}]/u;

test("sentences hold no markup: a heading is a block of its own, so that data can hold every sign", () => {
  const files = readdirSync(join(SOURCE, "campaign"), { recursive: true, encoding: "utf8" });
  const marked = files
    .filter((file) => file.endsWith(".ts"))
    .filter((file) => MARKED.test(readFileSync(join(SOURCE, "campaign", file), "utf8")));

  expect(marked).toEqual([]);
});
