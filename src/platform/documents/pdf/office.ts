import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import { pagesOf } from "./pages.ts";

/** In milliseconds of machine time, for one document; a program that takes longer is killed. */
const PATIENCE_MS = 60_000;
const PROGRAMS = ["soffice", "libreoffice"];

/** A document as PDF. */
export interface Pdf {
  bytes: Buffer;
  pages: number;
}

/** LibreOffice, at work for one purpose: its own profile lies in a folder of its own, which `close` removes. */
export interface Office {
  /**
   * A Word file or workbook as PDF, one document at a time. Documents of this program only: those of others might have
   * LibreOffice fetch what they refer to.
   * @param ending docx, xlsx
   * @returns undefined if LibreOffice failed, or took too long
   */
  pdfOf(bytes: Uint8Array, ending: string): Promise<Pdf | undefined>;
  close(): Promise<void>;
}

/** LibreOffice on this machine. */
export interface OfficeProgram {
  program: string;
  /** Folders of programs, as in `PATH`. */
  path: string;
}

/** @param wanted a path or a name; `off`: none; undefined: whichever is there */
export async function findOffice(wanted: string | undefined, path: string): Promise<OfficeProgram | undefined> {
  if (wanted === "off") return undefined;
  for (const name of wanted === undefined ? PROGRAMS : [wanted]) {
    const places = isAbsolute(name) ? [name] : path.split(delimiter).map((folder) => join(folder, name));
    for (const place of places) if (await isProgram(place)) return { program: place, path };
  }
  return undefined;
}

const isProgram = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** One converting process at a time in all of this process: two would share neither a profile nor a small machine. */
let last: Promise<unknown> = Promise.resolve();

export async function openOffice({ program, path }: OfficeProgram, patience = PATIENCE_MS): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-office-"));
  let count = 0;
  const convert = async (bytes: Uint8Array, ending: string): Promise<Pdf | undefined> => {
    count += 1;
    const [from, to] = [join(folder, `${count}.${ending}`), join(folder, `${count}.pdf`)];
    try {
      await writeFile(from, bytes, { mode: 0o600 });
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      await run(program, [profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, from], {
        ...{ folder, path, patience },
      });
      const pdf = await readFile(to);
      return { bytes: pdf, pages: await pagesOf(pdf) };
    } catch {
      return undefined;
    } finally {
      await Promise.all([rm(from, { force: true }), rm(to, { force: true })]);
    }
  };
  return {
    pdfOf(bytes, ending) {
      const made = last.then(() => convert(bytes, ending));
      last = made;
      return made;
    },
    close: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** It gets nothing of the bot's environment; killed with whatever it started. */
function run(
  program: string,
  words: readonly string[],
  { folder, path, patience }: { folder: string; path: string; patience: number },
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, words, {
      ...{ cwd: folder, detached: true, stdio: "ignore" },
      env: { PATH: path, HOME: folder, LANG: "C.UTF-8" },
    });
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    }, patience);
    child.once("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.once("exit", (status) => {
      clearTimeout(timer);
      if (status === 0) done();
      else fail(new Error(`LibreOffice ended with ${status}`));
    });
  });
}
