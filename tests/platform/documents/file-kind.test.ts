import { expect, test } from "vitest";
import { fileKind } from "../../../src/platform/documents/file-kind.ts";
import { documentPhrases } from "../../../src/platform/documents/phrases.ts";
import { zipOf } from "./support/zip.ts";

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const part = (name: string) => ({ name, content: "a" });

test.each([
  ["报告.docx", zipOf([part("word/document.xml")]), { kind: "docx" }],
  ["表.xlsx", zipOf([part("xl/workbook.xml")]), { kind: "xlsx" }],
  ["表.docx", zipOf([part("xl/workbook.xml")]), { kind: "xlsx" }],
  ["扫描", Buffer.from("%PDF-1.7"), { kind: "pdf" }],
  ["扫描.pdf", Buffer.concat([Buffer.alloc(1019, " "), Buffer.from("%PDF-")]), { kind: "pdf" }],
  ["照片.jpg", hex("ffd8ffe000104a464946"), { kind: "picture", format: "jpeg" }],
  ["照片.pdf", hex("89504e470d0a1a0a0000"), { kind: "picture", format: "png" }],
  ["照片.webp", hex("524946460000000057454250"), { kind: "picture", format: "webp" }],
  ["IMG_1.HEIC", hex("000000246674797068656963"), { kind: "picture", format: "heic" }],
] as const)("%s is known by its content", (name, bytes, kind) => {
  expect(fileKind(bytes, name)).toEqual(kind);
});

test.each([
  ["空.docx", Buffer.alloc(0), documentPhrases.empty()],
  ["旧.doc", hex("d0cf11e0a1b11ae100"), documentPhrases.oldOffice()],
  ["加密.docx", hex("d0cf11e0a1b11ae100"), documentPhrases.oldOffice()],
  ["表.et", Buffer.from("abc"), documentPhrases.oldOffice()],
  ["材料.zip", zipOf([part("a.txt")]), documentPhrases.otherZip()],
  ["坏.docx", hex("504b0304ffff"), documentPhrases.otherZip()],
  ["程序.exe", Buffer.from("MZ"), documentPhrases.unknownKind()],
  ["BM说明.txt", Buffer.from("BM"), documentPhrases.unknownKind()],
  ["假.pdf", Buffer.from("hello"), documentPhrases.unknownKind()],
])("%s is not taken, and the person is told why", (name, bytes, sentence) => {
  expect(fileKind(bytes, name)).toEqual({ kind: "other", sentence });
});

test("a file with macros is not taken, and not kept either", () => {
  const bytes = zipOf([part("word/document.xml"), part("word/vbaProject.bin")]);

  expect(fileKind(bytes, "宏.docx")).toEqual({
    kind: "other",
    sentence: documentPhrases.macros(),
    dangerous: true,
  });
});
