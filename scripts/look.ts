// npm run look -- <documents…>: shows documents as LibreOffice lays them out, as PDF and pictures beside each other.
// npm run look -- --pictures [<campaign folder>]: all pictures that the bot sends, on a light and on a dark chat.
// npm run look -- --all [<url>]: both for everything that a running, played `npm start` makes (first `npm run demo`).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { officialSamples } from "./look-official.ts";
import { drawnPictures, picturesSheet } from "./look-pictures.ts";
import { sentFiles } from "./look-sent.ts";

const OUTPUT = resolve("data", "look");
const DOTS_PER_INCH = "80";

const USAGE = [
  "用法：npm run look -- <文件>…",
  "　　　npm run look -- --pictures [<活动文件夹>]",
  "　　　npm run look -- --all [<模拟器的地址>]　先运行 npm start 和 npm run demo",
].join("\n");
const SHAOXING = "campaigns/shaoxing-2023";

const office = ["soffice", "libreoffice"].find((program) => runs(program, ["--version"]));
const [first, second] = process.argv.slice(2);

if (first === undefined) stop(USAGE);
else if (first === "--pictures") await lookAtPictures(await drawnPictures(second ?? SHAOXING));
else if (office === undefined) stop("本机没有安装LibreOffice，无法预览，未作任何改动。办法见 CONTRIBUTING.md。");
else if (first === "--all") await lookAtAll(office, second ?? "http://127.0.0.1:3100");
else for (const file of process.argv.slice(2)) look(office, resolve(file));

function runs(program: string, words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: "ignore" }).status === 0;
}

function stop(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

async function lookAtPictures(pictures: readonly Uint8Array[]): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  const file = join(OUTPUT, "pictures.png");
  writeFileSync(file, await picturesSheet(pictures));
  console.log(file);
}

/** What was sent, official documents with made-up words, and one sheet of all pictures. */
async function lookAtAll(program: string, url: string): Promise<void> {
  const folder = join(OUTPUT, "sent");
  const sent = await sentFiles(url, (line) => console.error(line)).catch((cause: unknown) => {
    if (!(cause instanceof TypeError)) throw cause;
    stop(`连接不上模拟器 ${url}。请先在另一个窗口运行 npm start，再运行 npm run demo。`);
  });
  if (sent === undefined) return;
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pictures = sent.filter(({ name }) => name.endsWith(".png"));
  const documents = sent.filter((one) => !pictures.includes(one));
  for (const { name, bytes } of [...documents, ...(await officialSamples(SHAOXING))]) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    look(program, file);
  }
  await lookAtPictures([...pictures.map(({ bytes }) => bytes), ...(await drawnPictures(SHAOXING))]);
}

/** A profile of its own, so that a LibreOffice that is open does not swallow the call. */
function look(program: string, file: string): void {
  mkdirSync(OUTPUT, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(OUTPUT, ".profile")}`;
  const made = join(OUTPUT, `${basename(file, extname(file))}.pdf`);
  // A workbook and a document may have one name.
  const name = join(OUTPUT, basename(file));
  const isRun = runs(program, [profile, "--headless", "--convert-to", "pdf", "--outdir", OUTPUT, file]);
  // Of a file that it cannot read it makes nothing, and says that all is well.
  if (!isRun || !existsSync(made)) {
    stop(`无法转换：${file}`);
    return;
  }
  renameSync(made, `${name}.pdf`);
  console.log(`${name}.pdf`);
  if (runs("pdftoppm", ["-png", "-r", DOTS_PER_INCH, `${name}.pdf`, name])) console.log(`${name}-*.png`);
}
