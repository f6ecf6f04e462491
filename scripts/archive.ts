// npm run archive -- verify: checks an archive by itself, without database and network; erase: takes personal values out.
import { eraseFrom } from "../src/campaign/archive/proof/erase.ts";
import { comparePaper } from "../src/campaign/archive/proof/paper.ts";
import { proofPhrases as phrases } from "../src/campaign/archive/proof/phrases.ts";
import { paperLines, reportLines } from "../src/campaign/archive/proof/report.ts";
import { openSource } from "../src/campaign/archive/proof/source.ts";
import { verifyArchive } from "../src/campaign/archive/proof/verify.ts";

const [verb, ...paths] = process.argv.slice(2);
if (verb === "verify" && paths.length > 0) process.exitCode = await verify(paths);
else if (verb === "paper" && paths.length > 0) process.exitCode = await paper(paths);
else if (verb === "erase" && paths.length > 1) process.exitCode = await erase(paths);
else {
  console.error(phrases.usage());
  process.exitCode = 2;
}

async function verify(all: readonly string[]): Promise<number> {
  const source = await openSource(all).catch(() => undefined);
  if (!source) {
    console.error(phrases.cannotOpen(all.join("、")));
    return 2;
  }
  const verified = await verifyArchive(source);
  await source.close();
  console.log(reportLines(verified).join("\n"));
  if (verified.kind !== "checked") return 2;
  return verified.intact ? 0 : 1;
}

async function paper([path = "", which = "", digits = ""]: readonly string[]): Promise<number> {
  const number = Number(which);
  if (!Number.isInteger(number) || number < 1 || !/^[0-9a-f]{16,64}$/iu.test(digits)) {
    console.error(phrases.paperHow());
    return 2;
  }
  const source = await openSource([path]).catch(() => undefined);
  if (!source) {
    console.error(phrases.cannotOpen(path));
    return 2;
  }
  const verified = await verifyArchive(source);
  const isSound = verified.kind === "checked" && verified.intact;
  const found = isSound ? await comparePaper(source, { number, digits }) : undefined;
  await source.close();
  // A chain that does not hold proves nothing.
  console.log(found ? paperLines(found, number).join("\n") : reportLines(verified).join("\n"));
  return found?.verdict === "same" ? 0 : 1;
}

async function erase([path = "", ...names]: readonly string[]): Promise<number> {
  const erased = await eraseFrom(path, names).catch((error: unknown) => ({ kind: "failed" as const, error }));
  switch (erased.kind) {
    case "erased":
      console.log(phrases.erased(erased.count, path));
      return 0;
    case "notErasable":
      console.error(phrases.notErasable(erased.path));
      return 1;
    case "notOpened":
      console.error(phrases.notErasedFrom.notOpened(path));
      return 2;
    case "noArchive":
      console.error(phrases.notErasedFrom.noArchive(path));
      return 2;
    case "failed":
      console.error(phrases.notErasedFrom.failed(path, String(erased.error)));
      return 2;
  }
}
