import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { expect, onTestFinished, test } from "vitest";

const NODE = join(import.meta.dirname, "../../node_modules/.bin/node");
const NAMING = pathToFileURL(join(import.meta.dirname, "../../src/shared/source-lines.ts")).href;

/** Nine lines, of which the bundle holds fewer: the error is thrown in the eighth. */
const SOURCE = `interface Sum {
  of: number;
}

/** Refuses. */
function refuse(sum: Sum): never {
  if (sum.of < 0) throw new Error("less than nothing");
  throw new RangeError("more than nothing");
}
refuse({ of: 1 });
`;

/** What a bundle of the source prints when its error is looked at. */
async function stackOf(options: { withMap: boolean }): Promise<string[]> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "jiayuan-lines-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "bundles"));
  await writeFile(join(folder, "sum.ts"), SOURCE);
  const bundle = await rolldown({ cwd: folder, input: join(folder, "sum.ts"), platform: "node" });
  await bundle.write({ dir: join(folder, "bundles"), sourcemap: options.withMap, entryFileNames: "[name].mjs" });
  await bundle.close();
  const program = `
    import { nameSourceLines } from ${JSON.stringify(NAMING)};
    nameSourceLines();
    await import(${JSON.stringify(pathToFileURL(join(folder, "bundles/sum.mjs")).href)}).catch((error) => console.log(error.stack));
  `;
  const { stdout } = await promisify(execFile)(NODE, ["--input-type=module", "-e", program]);
  return stdout.replaceAll(pathToFileURL(folder).href, "").split("\n");
}

test("an error in a bundle names the line of its source", async () => {
  const [message, thrown, called] = await stackOf({ withMap: true });

  expect(message).toBe("RangeError: more than nothing");
  expect(thrown).toBe("    at refuse (/sum.ts:8:9)");
  expect(called).toMatch(/^ {4}at \/sum\.ts:10:1$/);
});

test("without the bundle's map it names the bundle's line", async () => {
  const [message, thrown] = await stackOf({ withMap: false });

  expect(message).toBe("RangeError: more than nothing");
  expect(thrown).toMatch(/^ {4}at refuse \(\/bundles\/sum\.mjs:\d+:\d+\)$/);
});
