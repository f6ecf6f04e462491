import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findOffice, openOffice } from "../../../src/platform/documents/pdf/office.ts";
import { pagesOf } from "../../../src/platform/documents/pdf/pages.ts";
import { writeWord } from "../../../src/platform/documents/word/write-word.ts";

const PATH = process.env.PATH ?? "";
const at = new Date("2023-11-01T10:00:00+08:00");

/** A program in a folder of its own that does this. */
async function programDoing(script: string): Promise<{ program: string; path: string; folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-program-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const program = join(folder, "soffice");
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  return { program, path: `${folder}:${PATH}`, folder };
}

test("LibreOffice is found on the path or where it is said to be; off is off, and what is not there is none", async () => {
  const { program, path } = await programDoing("exit 0");

  expect(await findOffice(undefined, path)).toEqual({ program, path });
  expect(await findOffice(program, "/nowhere")).toEqual({ program, path: "/nowhere" });
  expect(await findOffice("off", path)).toBeUndefined();
  expect(await findOffice(undefined, "/nowhere")).toBeUndefined();
  expect(await findOffice("/nowhere/soffice", path)).toBeUndefined();
});

test("a program that fails or hangs gives no PDF, and the next document is tried all the same", async () => {
  const failing = await openOffice(await programDoing("exit 3"));
  const { folder, ...hanging } = await programDoing(`sleep 60 & sleep 60`);
  const patient = await openOffice(hanging, 200);
  const began = performance.now();

  expect(await failing.pdfOf(Buffer.from("x"), "docx")).toBeUndefined();
  expect(await Promise.all([patient.pdfOf(Buffer.from("x"), "docx"), patient.pdfOf(Buffer.from("y"), "docx")])).toEqual(
    [...[undefined, undefined]],
  );
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(existsSync(folder)).toBe(true);
  await Promise.all([failing.close(), patient.close()]);
});

test("nothing of the bot's environment reaches the program, and nothing of it stays", async () => {
  const { folder, ...told } = await programDoing(`env > "$(dirname "$0")/env"; pwd > "$(dirname "$0")/where"; exit 1`);
  const office = await openOffice(told);
  await office.pdfOf(Buffer.from("x"), "docx");
  await office.close();
  const { readFile } = await import("node:fs/promises");
  const names = (await readFile(join(folder, "env"), "utf8")).split("\n").map((line) => line.split("=")[0] ?? "");

  expect(names.filter((name) => !["", "PATH", "HOME", "LANG", "PWD", "OLDPWD", "SHLVL", "_"].includes(name))).toEqual(
    [],
  );
  expect(existsSync((await readFile(join(folder, "where"), "utf8")).trim())).toBe(false);
  expect(await readdir(folder)).toContain("soffice");
});

test("a document of three pages becomes a PDF of three pages, where LibreOffice is installed", {
  timeout: 120_000,
}, async ({ skip }) => {
  const found = await findOffice(undefined, PATH);
  if (!found) return skip("LibreOffice is not installed");
  const page = (text: string) => ({
    ...{ start: "nextPage" as const, paper: "portrait" as const },
    blocks: [{ kind: "paragraph" as const, text, look: "body" as const }],
  });
  const bytes = await writeWord({ author: "某局", at, sections: ["一", "二", "三"].map(page) });
  const office = await openOffice(found);

  const pdf = await office.pdfOf(bytes, "docx");
  await office.close();

  expect(pdf?.pages).toBe(3);
  expect(await pagesOf(pdf?.bytes ?? Buffer.alloc(0))).toBe(3);
});
