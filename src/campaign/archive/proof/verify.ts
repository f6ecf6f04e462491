import { createHash } from "node:crypto";
import { type ChainReport, makeChain } from "./chain.ts";
import {
  ARCHIVE_VERSION,
  JOURNAL_LINES,
  type JournalLine,
  journalLine,
  MANIFEST,
  MANIFEST_HASH,
  type Manifest,
  manifest as manifestSchema,
} from "./manifest.ts";
import { type ArchiveSource, isUnsafe, type SourceFile } from "./source.ts";

/** What is not as the manifest says. */
export interface Finding {
  kind: "changed" | "missing" | "added" | "unsafe" | "erased";
  path: string;
}

export type Verified =
  | { kind: "none" }
  | { kind: "unreadable" }
  | { kind: "otherVersion"; version: number }
  | {
      kind: "checked";
      manifest: Manifest;
      /** SHA-256 of the manifest: to be compared with what was printed or sent. */
      hash: string;
      findings: readonly Finding[];
      chain: ChainReport;
      /** Zips whose own bytes, around the contents, are not as this program writes them: packed anew, or changed. */
      repacked: readonly string[];
      /** Nothing was changed, is missing or was added; what was erased may be. */
      intact: boolean;
    };

/** Checks an archive against its manifest, and the journal in it against its chain. */
export async function verifyArchive(source: ArchiveSource): Promise<Verified> {
  const { found, findings } = sorted(source.files);
  const [own] = found.get(MANIFEST) ?? [];
  if (!own) return { kind: "none" };
  const bytes = await wholeOf(own);
  const read = readManifest(bytes);
  if (read.kind !== "read") return read;
  const { manifest } = read;
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (!(await isHashOf(found, hash))) findings.push({ kind: "changed", path: MANIFEST });
  const listed = new Set([MANIFEST, MANIFEST_HASH]);
  for (const { path, sha256, erasable } of manifest.entries) {
    listed.add(path);
    const files = found.get(path) ?? [];
    const sums = await Promise.all(files.map(sumOf));
    if (sums.length === 0) findings.push({ kind: erasable ? "erased" : "missing", path });
    else if (erasable && sums.every((sum) => sum === EMPTY)) findings.push({ kind: "erased", path });
    else if (sums.some((sum) => sum !== sha256)) findings.push({ kind: "changed", path });
  }
  for (const path of found.keys()) if (!listed.has(path)) findings.push({ kind: "added", path });
  const chain = await chainOf(found, manifest);
  const isWhole = chain.brokenAt === undefined && chain.head === manifest.journal.head;
  const intact = isWhole && findings.every(({ kind }) => kind === "erased");
  const repacked = await source.repacked(new Date(manifest.madeAt));
  return { kind: "checked", manifest, hash, findings, chain, repacked, intact };
}

const EMPTY = createHash("sha256").digest("hex");

/** Files by path; parts of one archive all hold the manifest. Names that lead out of the archive are no part of it. */
function sorted(files: readonly SourceFile[]): { found: Map<string, SourceFile[]>; findings: Finding[] } {
  const isSafe = ({ path }: SourceFile): boolean => !isUnsafe(path);
  return {
    found: Map.groupBy(files.filter(isSafe), ({ path }) => path),
    findings: files.filter((file) => !isSafe(file)).map(({ path }) => ({ kind: "unsafe", path })),
  };
}

type Read = { kind: "read"; manifest: Manifest } | Exclude<Verified, { kind: "checked" | "none" }>;

function readManifest(bytes: Buffer): Read {
  try {
    const json: unknown = JSON.parse(bytes.toString("utf8"));
    const version = typeof json === "object" && json !== null && "version" in json ? json.version : undefined;
    if (typeof version === "number" && version !== ARCHIVE_VERSION) return { kind: "otherVersion", version };
    return { kind: "read", manifest: manifestSchema.parse(json) };
  } catch {
    return { kind: "unreadable" };
  }
}

async function isHashOf(found: ReadonlyMap<string, readonly SourceFile[]>, hash: string): Promise<boolean> {
  const [file] = found.get(MANIFEST_HASH) ?? [];
  if (!file) return false;
  return (await wholeOf(file)).toString("utf8") === hashLine(hash);
}

/** As `sha256sum` writes it. */
export const hashLine = (hash: string): string => `${hash}  ${MANIFEST}\n`;

async function wholeOf({ pieces }: SourceFile): Promise<Buffer> {
  const all: Uint8Array[] = [];
  try {
    for await (const piece of pieces()) all.push(piece);
  } catch {
    return Buffer.alloc(0);
  }
  return Buffer.concat(all);
}

/** Undefined for a file that cannot be read: changed, whatever it was. */
async function sumOf({ pieces }: SourceFile): Promise<string | undefined> {
  const sum = createHash("sha256");
  try {
    for await (const piece of pieces()) sum.update(piece);
  } catch {
    return undefined;
  }
  return sum.digest("hex");
}

async function chainOf(
  found: ReadonlyMap<string, readonly SourceFile[]>,
  { entries, edition }: Manifest,
): Promise<ChainReport> {
  const chain = makeChain(edition);
  for (const { path } of entries.filter((entry) => JOURNAL_LINES.test(entry.path))) {
    const [file] = found.get(path) ?? [];
    const lines = file ? (await wholeOf(file)).toString("utf8").split("\n") : [];
    for (const line of lines.filter((one) => one !== "")) chain.add(readLine(line));
  }
  return chain.report();
}

/** What cannot be read breaks the chain. */
function readLine(line: string): JournalLine {
  try {
    return journalLine.parse(JSON.parse(line));
  } catch {
    return { number: -1, entry: "", hash: EMPTY };
  }
}
