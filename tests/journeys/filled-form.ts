import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { emptyWorkbook } from "../../src/platform/documents/empty-workbook.ts";

const DOCUMENT = "word/document.xml";
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The empty form as somebody fills it in: answers beside their labels, options ticked. @param answers by label */
export function filledWord(blank: Uint8Array, answers: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(blank);
  let xml = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  for (const [label, answer] of Object.entries(answers)) xml = withAnswer(xml, label, answer);
  return Buffer.from(zipSync({ ...parts, [DOCUMENT]: strToU8(xml) }));
}

/** The empty 要求表 in Word with answers beside clauses and figures. @param answers by what stands in the first column */
export function filledClausesInWord(blank: Uint8Array, answers: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(blank);
  let xml = strFromU8(parts[DOCUMENT] ?? new Uint8Array());
  for (const [first, answer] of Object.entries(answers))
    xml = behind(xml, xml.indexOf(`>${first}<`), { cells: 2, answer });
  return Buffer.from(zipSync({ ...parts, [DOCUMENT]: strToU8(xml) }));
}

function withAnswer(xml: string, label: string, answer: string): string {
  if (xml.includes(`□${answer}`)) return xml.replace(`□${answer}`, `☑${answer}`);
  // 电话 stands beside the answer of the person it belongs to.
  const [at, cells] = xml.includes(`>${label}<`)
    ? [xml.lastIndexOf(`>${label}<`), 1]
    : [xml.lastIndexOf(`>${label.replace(/电话$/u, "")}<`), 3];
  return behind(xml, at, { cells, answer });
}

/** Writes into the cell that stands so many cells behind a place. */
function behind(xml: string, at: number, { cells, answer }: { cells: number; answer: string }): string {
  let cell = at;
  for (let passed = 0; passed < cells; passed += 1) cell = xml.indexOf("</w:tc>", cell) + 1;
  const end = xml.lastIndexOf("</w:p>", xml.indexOf("</w:tc>", cell));
  return `${xml.slice(0, end)}<w:r><w:t>${escaped(answer)}</w:t></w:r>${xml.slice(end)}`;
}

/** The empty workbook with a case in its first row. */
export async function filledWorkbook(blank: Uint8Array, answers: Readonly<Record<string, string>>): Promise<Buffer> {
  const workbook = await emptyWorkbook();
  await workbook.xlsx.load(new Uint8Array(blank).buffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("the workbook has no sheet");
  let header = 1;
  while (sheet.getRow(header).getCell(2).text !== "申报单位" && header < 10) header += 1;
  sheet.getRow(header).eachCell((cell, column) => {
    const answer = answers[cell.text];
    if (answer !== undefined) sheet.getRow(header + 1).getCell(column).value = answer;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Ids of the clauses in an empty 要求表 that are to be filled in. */
export async function clausesToFill(blank: Uint8Array): Promise<string[]> {
  const workbook = await emptyWorkbook();
  await workbook.xlsx.load(new Uint8Array(blank).buffer);
  const ids: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const id = row.getCell(1).text;
    if (/^\d+-\d+$/u.test(id) && row.getCell(4).text === "") ids.push(id);
  });
  return ids;
}

/** The empty 要求表 with answers beside clauses and figures. @param answers by what stands in the first column */
export async function filledClauses(blank: Uint8Array, answers: Readonly<Record<string, string>>): Promise<Buffer> {
  const workbook = await emptyWorkbook();
  await workbook.xlsx.load(new Uint8Array(blank).buffer);
  workbook.worksheets[0]?.eachRow((row) => {
    const answer = answers[row.getCell(1).text];
    if (answer !== undefined) row.getCell(3).value = answer;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
