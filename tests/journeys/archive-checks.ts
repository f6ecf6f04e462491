import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openSource } from "../../src/campaign/archive/proof/source.ts";
import { type Verified, verifyArchive } from "../../src/campaign/archive/proof/verify.ts";
import { personalHash } from "../../src/platform/journal/personal-value.ts";
import { fileIn, type Opened, opened } from "./second-reader.ts";
import type { World } from "./world.ts";

const run = promisify(execFile);

/** Archives that came to somebody's chat, on the disk. */
export async function archivesOf(world: World, userId: string): Promise<{ name: string; path: string }[]> {
  const messages = await world.as(userId).messages();
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-received-"));
  const found: { name: string; path: string }[] = [];
  for (const { file } of messages) {
    if (!file?.fileName.includes("卷宗")) continue;
    const { name, bytes } = await fileIn(world, { file });
    const path = join(folder, name);
    await writeFile(path, bytes);
    found.push({ name, path });
  }
  return found;
}

export async function check(...paths: string[]): Promise<Extract<Verified, { kind: "checked" }>> {
  const source = await openSource(paths);
  const verified = await verifyArchive(source);
  await source.close();
  if (verified.kind !== "checked") throw new Error(`not checked: ${verified.kind}`);
  return verified;
}

/** The program that checks an archive, with neither database nor network. */
export async function verifyByProgram(path: string): Promise<{ said: string; status: number }> {
  const program = ["scripts/archive.ts", "verify", path];
  try {
    const { stdout } = await run(process.execPath, program, { env: { PATH: process.env.PATH } });
    return { said: stdout, status: 0 };
  } catch (error) {
    const { stdout = "", code = -1 } = error as { stdout?: string; code?: number };
    return { said: stdout, status: code };
  }
}

export async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

/** Mobile numbers among the personal values of a complete archive, each once. */
export const personalNumbers = async (path: string): Promise<string[]> => [
  ...new Set((await numbersIn(path)).map(({ value }) => value)),
];

/** The same, each with the id of its value. */
export async function numbersIn(path: string): Promise<{ id: string; value: string }[]> {
  const source = await openSource([path]);
  const numbers: { id: string; value: string }[] = [];
  for (const { path: name, pieces } of source.files) {
    if (!name.startsWith("personal/")) continue;
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    const { id, value } = JSON.parse(String(Buffer.concat(bytes))) as { id: string; value: string };
    if (/^1[3-9]\d{9}$/.test(value)) numbers.push({ id, value });
  }
  await source.close();
  return numbers;
}

/** Of a personal value of a complete archive: its id, its hash, and the hash that it would have without a salt. */
export async function tracesOf(path: string, value: string): Promise<string[]> {
  const source = await openSource([path]);
  const traces: string[] = [];
  for (const { path: name, pieces } of source.files.filter((one) => one.path.startsWith("personal/"))) {
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    const found = JSON.parse(String(Buffer.concat(bytes))) as { id: string; value: string; salt: string };
    if (found.value !== value) continue;
    traces.push(found.id, personalHash(found.id, found), personalHash(found.id, { value }));
    if (name !== `personal/${found.id}.json`) throw new Error(`another's file: ${name}`);
  }
  await source.close();
  return traces;
}

const FOOT = /操作留痕：第(\d+)条，校验值([0-9a-f]{16})/gu;

/** What stands at the foot of the documents in an archive, and of those that came to somebody's chat, by their names. */
export async function feetOf(
  path: string,
  world: World,
  userId: string,
): Promise<{ name: string; number: number; digits: string }[]> {
  const source = await openSource([path]);
  const documents: Opened[] = [];
  for (const { path: name, pieces } of source.files.filter((one) => /\.(?:docx|xlsx)$/u.test(one.path))) {
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    documents.push(await opened(name, Buffer.concat(bytes)));
  }
  await source.close();
  for (const { file } of await world.as(userId).messages()) {
    if (file && /\.(?:docx|xlsx)$/u.test(file.fileName)) documents.push(await fileIn(world, { file }));
  }
  return documents.flatMap(({ name, texts }) => {
    const found = [...new Set(texts.flatMap((text) => [...text.matchAll(FOOT)].map(([foot]) => foot)))];
    return found.flatMap((foot) =>
      [...foot.matchAll(FOOT)].map(([, number, digits = ""]) => ({ name, number: Number(number), digits })),
    );
  });
}

/** What the program says of the foot of a paper. */
export async function comparedByProgram(path: string, number: number, digits: string): Promise<string> {
  const program = ["scripts/archive.ts", "paper", path, String(number), digits];
  const { stdout } = await run(process.execPath, program, { env: { PATH: process.env.PATH } }).catch(
    (error: { stdout: string }) => error,
  );
  return stdout;
}

/** The pages of an archive by their paths, as a reader has them before them: cells of a row with `|` between. */
export async function pagesOf(path: string): Promise<ReadonlyMap<string, string>> {
  const source = await openSource([path]);
  const pages = new Map<string, string>();
  for (const { path: name, pieces } of source.files.filter((one) => one.path.endsWith(".html"))) {
    const bytes: Uint8Array[] = [];
    for await (const piece of pieces()) bytes.push(piece);
    const words = String(Buffer.concat(bytes))
      .replace(/<head>.*?<\/head>/su, "")
      .replaceAll(/<br>|<\/(?:p|li|h\d)>/gu, "\n")
      .replaceAll(/<\/(?:td|th)>/gu, "|")
      .replaceAll("</tr>", "\n")
      .replaceAll(/<[^>]+>/gu, "");
    pages.set(name, words);
  }
  await source.close();
  return pages;
}

/** Of some words those that stand somewhere in a zip, also in the zips, workbooks and Word files within. */
export async function holding(path: string, words: readonly string[]): Promise<string[]> {
  const { texts } = await opened("archive.zip", await readFile(path));
  const all = texts.join("\n");
  return words.filter((word) => all.includes(word));
}
