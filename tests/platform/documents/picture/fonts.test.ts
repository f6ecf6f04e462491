import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { registerFonts } from "../../../../src/platform/documents/picture/fonts.ts";

test("a font that is missing, or is none, is told by its path, so that no picture without letters is drawn", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jiayuan-fonts-"));
  const path = join(folder, "NotoSansHans-Regular.otf");
  const register = () => registerFonts(pathToFileURL(`${folder}/`), "Missing Sans");

  expect(register).toThrow(`the font ${path} cannot be read`);

  await writeFile(path, "字");
  expect(register).toThrow(`the font ${path} cannot be read`);
  await rm(folder, { recursive: true });
});
