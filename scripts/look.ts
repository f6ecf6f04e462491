// npm run look -- <documents…>: shows documents as LibreOffice lays them out, as PDF and pictures beside each other.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";

const OUTPUT = resolve("data", "look");
const DOTS_PER_INCH = "80";

const documents = process.argv.slice(2).map((file) => resolve(file));
const office = ["soffice", "libreoffice"].find((program) => runs(program, ["--version"]));

if (documents.length === 0) stop("用法：npm run look -- <文件>…");
else if (office === undefined) stop("本机没有安装LibreOffice，无法预览，未作任何改动。");
else for (const file of documents) look(office, file);

function runs(program: string, words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

/** A profile of its own, so that a LibreOffice that is open does not swallow the call. */
function look(program: string, file: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(OUTPUT, ".profile")}`;
  const name = join(OUTPUT, basename(file, extname(file)));
  if (!runs(program, [profile, "--headless", "--convert-to", "pdf", "--outdir", OUTPUT, file])) {
    stop(`无法转换：${file}`);
    return;
  }
  console.log(`${name}.pdf`);
  if (runs("pdftoppm", ["-png", "-r", DOTS_PER_INCH, `${name}.pdf`, name])) console.log(`${name}-*.png`);
}
