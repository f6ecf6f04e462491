import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eraseFrom } from "../../../src/campaign/archive/proof/erase.ts";
import type { JournalLine, Manifest } from "../../../src/campaign/archive/proof/manifest.ts";
import { reportLines } from "../../../src/campaign/archive/proof/report.ts";
import { openSource } from "../../../src/campaign/archive/proof/source.ts";
import { type Verified, verifyArchive } from "../../../src/campaign/archive/proof/verify.ts";
import { type ArchiveFile, withManifest } from "../../../src/campaign/archive/proof/with-manifest.ts";
import { writeWhole } from "../../../src/campaign/archive/proof/write-whole.ts";
import { type LargeZipFile, writeLargeZip } from "../../../src/platform/documents/zip/write-large-zip.ts";
import { GENESIS, sealHash } from "../../../src/platform/journal/seal.ts";

async function allOf<One>(pieces: AsyncIterable<One>): Promise<One[]> {
  const all: One[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const AT = new Date("2023-11-02T10:00:00+08:00");

const lineOf = (number: number, before: string, text: string): JournalLine => ({
  ...{ number, entry: String(number), text, hash: sealHash(before, { id: String(number), text }) },
});
const first = lineOf(1, GENESIS, '["提交申报"]');
const second = lineOf(2, first.hash, '["报送推荐名单"]');
const linesOf = (lines: readonly JournalLine[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

const FILES: readonly ArchiveFile[] = [
  { name: "index.html", bytes: Buffer.from("<h1>卷宗</h1>") },
  { name: "材料/3-5.jpg", bytes: Buffer.alloc(100, 7) },
  { name: "personal/1.json", bytes: Buffer.from('{"value":"13800000000"}'), erasable: true },
  { name: "journal/00001.jsonl", bytes: Buffer.from(linesOf([first, second])) },
];

const ABOUT = {
  edition: "full",
  campaign: { id: "shaoxing-2023", title: "“美好家园”活动", year: 2023 },
  number: 1,
  madeAt: "2023-11-02T10:00:00+08:00",
  journal: { entries: 2, head: second.hash },
} as const;

async function* from(files: readonly ArchiveFile[]): AsyncGenerator<ArchiveFile> {
  yield* files;
}

const filesWith = (files = FILES, about: Parameters<typeof withManifest>[1] = ABOUT): Promise<LargeZipFile[]> =>
  allOf(withManifest(from(files), about, () => undefined));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jiayuan-archive-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
async function zipOf(files: readonly LargeZipFile[]): Promise<string> {
  count += 1;
  const path = join(folder, `卷宗${count}.zip`);
  await writeWhole(path, writeLargeZip(files, AT));
  return path;
}

async function check(...paths: string[]): Promise<Verified> {
  const source = await openSource(paths);
  try {
    return await verifyArchive(source);
  } finally {
    await source.close();
  }
}

async function found(...paths: string[]) {
  const verified = await check(...paths);
  if (verified.kind !== "checked") throw new Error(`not checked: ${verified.kind}`);
  return { findings: verified.findings, intact: verified.intact };
}

describe("an archive proves itself", () => {
  test("as it was made it is intact, and its journal's chain is recomputed", async () => {
    const verified = await check(await zipOf(await filesWith()));

    expect(verified).toMatchObject({ kind: "checked", findings: [], repacked: [], intact: true });
    expect(verified).toMatchObject({
      chain: { proved: 2, withheld: { other: 0, masked: 0 }, missing: [], head: second.hash },
    });
    expect(reportLines(verified).join("\n")).toContain("卷宗完整：4份文件与清单一致。");
  });

  test("a changed, a missing and an added file are named", async () => {
    const files = await filesWith();
    const changed = files.map((one) =>
      one.name === "index.html" ? { ...one, bytes: Buffer.from("<h1>卷宋</h1>") } : one,
    );
    const missing = files.filter(({ name }) => name !== "材料/3-5.jpg");
    const added = [...files, { name: "材料/别的.jpg", bytes: Buffer.from("x") }];

    expect(await found(await zipOf(changed))).toEqual({
      findings: [{ kind: "changed", path: "index.html" }],
      intact: false,
    });
    expect(await found(await zipOf(missing))).toEqual({
      findings: [{ kind: "missing", path: "材料/3-5.jpg" }],
      intact: false,
    });
    expect(await found(await zipOf(added))).toEqual({
      findings: [{ kind: "added", path: "材料/别的.jpg" }],
      intact: false,
    });
  });

  test("whichever byte of it is flipped, here every fifth, it does not pass as it was made", async () => {
    const whole = await readFile(await zipOf(await filesWith()));
    const path = join(folder, "flipped.zip");
    const passed: number[] = [];

    for (let at = 0; at < whole.length; at += 5) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(path, bytes);
      const verified = await check(path).catch(() => undefined);
      if (verified?.kind === "checked" && verified.intact && verified.repacked.length === 0) passed.push(at);
    }

    expect(passed).toEqual([]);
  });

  test("a personal value that was erased is named as erased, and the rest proves itself", async () => {
    const path = await zipOf(await filesWith());

    expect(await eraseFrom(path, ["personal/1.json"])).toEqual({ kind: "erased", count: 1 });

    expect(await check(path)).toMatchObject({
      findings: [{ kind: "erased", path: "personal/1.json" }],
      intact: true,
      repacked: [],
    });
    expect(String(await readFile(path))).not.toContain("13800000000");
  });

  test("nothing but personal values is erased", async () => {
    const path = await zipOf(await filesWith());
    const before = await readFile(path);

    expect(await eraseFrom(path, ["personal/1.json", "index.html"])).toEqual({
      kind: "notErasable",
      path: "index.html",
    });

    expect(await readFile(path)).toEqual(before);
  });

  test("whether it cannot be opened, is no archive or cannot be written is told apart, and it stays as it was", async () => {
    const other = await zipOf(FILES);
    const path = await zipOf(await filesWith());
    const before = await readFile(path);
    await mkdir(`${path}.${process.pid}.part`);

    expect(await eraseFrom(join(folder, "nowhere.zip"), ["personal/1.json"])).toEqual({ kind: "notOpened" });
    expect(await eraseFrom(other, ["personal/1.json"])).toEqual({ kind: "noArchive" });
    await expect(eraseFrom(path, ["personal/1.json"])).rejects.toThrow("EISDIR");
    expect(await readFile(path)).toEqual(before);
  });

  test("its parts together are the archive; without one of them what it holds is missing", async () => {
    const files = await filesWith();
    const proof = files.slice(-2);
    const [one, other] = [files.slice(0, 2), files.slice(2, 4)];
    const parts = [await zipOf([...one, ...proof]), await zipOf([...other, ...proof])];

    expect(await found(...parts)).toEqual({ findings: [], intact: true });
    expect((await found(parts[1] ?? "")).findings).toEqual(one.map(({ name: path }) => ({ kind: "missing", path })));
  });

  test("a changed manifest does not go with its own hash", async () => {
    const files = await filesWith();
    const forged = files.map((file) =>
      file.name === "manifest.json"
        ? { ...file, bytes: Buffer.from(String(file.bytes).replace('"year": 2023', '"year": 2024')) }
        : file,
    );

    expect((await found(await zipOf(forged))).findings).toEqual([{ kind: "changed", path: "manifest.json" }]);
  });

  test("a journal that was rewritten with a manifest to it breaks its chain", async () => {
    const forged = linesOf([{ ...first, text: '["撤回申报"]' }, second]);
    const files = FILES.map((file) =>
      file.name.startsWith("journal/") ? { ...file, bytes: Buffer.from(forged) } : file,
    );

    const verified = await check(await zipOf(await filesWith(files)));

    expect(verified).toMatchObject({ findings: [], intact: false, chain: { brokenAt: 1 } });
    expect(reportLines(verified)).toContain("操作留痕：链条在第1条处断开。");
  });

  test("a withheld text is counted, and the chain goes on behind it", async () => {
    const { text: _, ...withheld } = first;
    const lines = linesOf([{ ...withheld, withheld: "masked" }, second]);
    const files = FILES.map((file) =>
      file.name.startsWith("journal/") ? { ...file, bytes: Buffer.from(lines) } : file,
    );

    const verified = await check(await zipOf(await filesWith(files, { ...ABOUT, edition: "use" })));

    expect(verified).toMatchObject({
      intact: true,
      chain: { proved: 1, withheld: { masked: 1, other: 0 }, missing: [] },
    });
    expect(reportLines(verified).join("\n")).toContain(
      "1条经重算与链条一致，1条利用本不收入内容、只列校验值，不是缺失（内容见存档本），没有缺失的条目。",
    );
  });

  test("a text that 存档本 should hold, and one that nobody withheld, are missing", async () => {
    const { text: _, ...bare } = first;
    const withLines = (lines: string) =>
      FILES.map((file) => (file.name.startsWith("journal/") ? { ...file, bytes: Buffer.from(lines) } : file));
    const masked = withLines(linesOf([{ ...bare, withheld: "masked" }, second]));
    const nothing = withLines(linesOf([bare, second]));

    for (const [files, edition] of [
      [masked, "full"],
      [nothing, "use"],
    ] as const) {
      const verified = await check(await zipOf(await filesWith(files, { ...ABOUT, edition })));

      expect(verified).toMatchObject({ intact: false, chain: { missing: [1], brokenAt: 1 } });
      expect(reportLines(verified)).toContain("操作留痕：缺失第1条。");
    }
  });

  test("an entry that was taken out is named by its number", async () => {
    const files = FILES.map((file) =>
      file.name.startsWith("journal/") ? { ...file, bytes: Buffer.from(linesOf([second])) } : file,
    );

    expect(await check(await zipOf(await filesWith(files)))).toMatchObject({
      intact: false,
      chain: { missing: [1], brokenAt: 2 },
    });
  });

  test("a line that cannot be read breaks it where it stands", async () => {
    const lines = `{\n${linesOf([second])}`;
    const files = FILES.map((file) =>
      file.name.startsWith("journal/") ? { ...file, bytes: Buffer.from(lines) } : file,
    );

    expect(await check(await zipOf(await filesWith(files)))).toMatchObject({ intact: false, chain: { brokenAt: 1 } });
  });
});

describe("what is no archive of ours is explained", () => {
  test("a name that leads out of it is named, and nothing is written", async () => {
    const path = await zipOf([...(await filesWith()), { name: "../../etc/cron.d/x", bytes: Buffer.from("x") }]);

    expect(await found(path)).toEqual({ findings: [{ kind: "unsafe", path: "../../etc/cron.d/x" }], intact: false });
  });

  test("one of another version is not checked by halves", async () => {
    const files = await filesWith();
    const later = files.map((file) =>
      file.name === "manifest.json"
        ? { ...file, bytes: Buffer.from(String(file.bytes).replace('"version": 1', '"version": 2')) }
        : file,
    );

    const verified = await check(await zipOf(later));

    expect(verified).toEqual({ kind: "otherVersion", version: 2 });
    expect(reportLines(verified)[0]).toContain("该卷宗的格式为第2版，本程序只能核验第1版，未作核验");
  });

  test("a zip without a manifest, with a broken one, and no zip", async () => {
    const broken = await zipOf([{ name: "manifest.json", bytes: Buffer.from("{") }]);
    const none = join(folder, "none.zip");
    await writeFile(none, "no zip");

    expect(await check(await zipOf(FILES))).toEqual({ kind: "none" });
    expect(await check(broken)).toEqual({ kind: "unreadable" });
    await expect(check(none)).rejects.toThrow("no zip");
  });
});

test("the manifest lists every file with its size and sum", async () => {
  const files = await filesWith();
  const manifest: Manifest = JSON.parse(String(files.find(({ name }) => name === "manifest.json")?.bytes));

  expect(manifest.entries.map(({ path, size }) => [path, size])).toEqual(
    FILES.map(({ name, bytes }) => [name, bytes.length]),
  );
  expect(manifest.entries.filter(({ erasable }) => erasable).map(({ path }) => path)).toEqual(["personal/1.json"]);
});
