import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { formOf } from "../src/campaign/application/offered.ts";
import { lastYear } from "../src/campaign/archive/last-year.ts";
import { proofPhrases } from "../src/campaign/archive/proof/phrases.ts";
import { checkDefinition } from "../src/campaign/definition/check.ts";
import { problemLines, soundLine, stepsLine } from "../src/campaign/definition/check-report.ts";
import { loadDefinition } from "../src/campaign/definition/load.ts";
import { answers, questions } from "../src/campaign/definition/starter/answers.ts";
import { lastYearLines, makeNextYear } from "../src/campaign/definition/starter/next-year/make.ts";
import { writeFolder } from "../src/campaign/definition/starter/write-folder.ts";
import { officialTemplates } from "../src/campaign/features.ts";
import { formTemplate } from "../src/campaign/form-paper/form-template.ts";
import { formPaperPhrases } from "../src/campaign/form-paper/phrases.ts";
import { TEMPLATE_FILE, templateProblem } from "../src/campaign/form-paper/template-file.ts";
import { officialPhrases } from "../src/campaign/official-document/phrases.ts";
import { templateProblem as officialProblem, ownTemplate } from "../src/campaign/official-document/write.ts";
import { writeWord } from "../src/platform/documents/word/write-word.ts";

const USAGE = [
  "用法：npm run campaign -- check <活动文件夹>",
  "　　　npm run campaign -- template <活动文件夹>",
  "　　　npm run campaign -- documents <活动文件夹>",
  "　　　npm run campaign -- new <新文件夹> [--plan-file <方案文本>] [--year 2024 …]",
  "　　　npm run campaign -- new --from <上年的文件夹> <新文件夹> [--year 2024] [--plan-file <新方案文本>] [--archive <上年利用本.zip>]",
  `　　　new 的选项，没有给出的逐项询问：${questions.map(({ key }) => `--${key}`).join(" ")}`,
].join("\n");

const parsed = parseArgs({
  allowPositionals: true,
  options: {
    ...Object.fromEntries(questions.map(({ key }) => [key, { type: "string" as const }])),
    "plan-file": { type: "string" },
    from: { type: "string" },
    archive: { type: "string" },
  },
});
const options: Readonly<Record<string, unknown>> = parsed.values;
const [verb, folder] = parsed.positionals;
if (verb === "check" && folder !== undefined) process.exitCode = await check(folder);
else if (verb === "new" && folder !== undefined && typeof options.from === "string")
  process.exitCode = await nextYear(options.from, folder);
else if (verb === "new" && folder !== undefined) process.exitCode = await create(folder);
else if (verb === "template" && folder !== undefined) process.exitCode = await template(folder);
else if (verb === "documents" && folder !== undefined) process.exitCode = await documents(folder);
else {
  console.error(USAGE);
  process.exitCode = 2;
}

async function check(at: string): Promise<number> {
  const problems = checkDefinition(at);
  if (problems.length > 0) {
    console.log(problemLines(problems.map((problem) => ({ ...problem, file: join(at, problem.file) }))).join("\n"));
    return 1;
  }
  const definition = loadDefinition(at);
  const form = formOf(definition);
  const template = join(at, TEMPLATE_FILE);
  const fault = form && existsSync(template) ? templateProblem(readFileSync(template), form) : undefined;
  if (fault !== undefined) {
    console.log(formPaperPhrases.templateFault(fault));
    return 1;
  }
  for (const official of officialTemplates) {
    const file = join(at, officialPhrases.file(official.name));
    const problem = existsSync(file) && (await officialProblem(official, readFileSync(file), definition));
    if (problem) {
      console.log(formPaperPhrases.templateFault(problem));
      return 1;
    }
  }
  console.log(`${soundLine(definition)}\n${stepsLine(definition)}`);
  return 0;
}

/** Writes the form's template, to be edited in Word; one that is there already stays. */
async function template(at: string): Promise<number> {
  const definition = loadDefinition(at);
  const form = formOf(definition);
  const file = join(at, TEMPLATE_FILE);
  if (!form || existsSync(file)) {
    console.error(form ? `“${file}”已存在，未作改动。` : `“${at}”没有申报表，未作改动。`);
    return 1;
  }
  writeFileSync(file, await writeWord(formTemplate(definition, form, new Date("2000-01-01T00:00:00Z"))));
  console.log(`已写好“${file}”，可用Word或WPS修改版式；{{ }} 中的文字请保留。`);
  return 0;
}

/** Writes the templates of official documents, to be edited in Word; those that are there already stay. */
async function documents(at: string): Promise<number> {
  const definition = loadDefinition(at);
  mkdirSync(join(at, "templates"), { recursive: true });
  for (const official of officialTemplates) {
    const file = join(at, officialPhrases.file(official.name));
    if (existsSync(file)) {
      console.log(`“${file}”已存在，未作改动。`);
      continue;
    }
    writeFileSync(file, await ownTemplate(official, definition, { at: new Date("2000-01-01T00:00:00Z") }));
    console.log(`已写好“${file}”。`);
  }
  console.log(
    "可用Word或WPS修改版式和文字；{{ }} 中的名称见 docs/campaign.md，不用的可以删去。不需要修改的文件请移走。",
  );
  return 0;
}

async function create(at: string): Promise<number> {
  if (existsSync(at) && readdirSync(at).length > 0) {
    console.error(`“${at}”里已有文件，未作改动。请换一个文件夹。`);
    return 1;
  }
  const given = answers.safeParse(await ask());
  if (!given.success) {
    const wrong = new Set(given.error.issues.map(({ path }) => path[0]));
    for (const { key, ask: question } of questions)
      if (wrong.has(key)) console.error(`--${key} 不符合要求：${question}`);
    return 1;
  }
  const planFile = options["plan-file"];
  writeFolder(at, given.data, typeof planFile === "string" ? readFileSync(planFile, "utf8") : undefined);
  console.log(`已写好“${at}”。请把方案全文贴进 plan.txt，再照 docs/campaign.md 补全。`);
  return check(at);
}

/** Last year's folder as next year's, with what a person has to look at. */
async function nextYear(from: string, to: string): Promise<number> {
  const { archive, year: asked, "plan-file": planFile } = options;
  const plan = typeof planFile === "string" ? readFileSync(planFile, "utf8") : undefined;
  const made = makeNextYear({ from, to, plan, year: typeof asked === "string" ? Number(asked) : undefined });
  if (!made.ok) {
    console.error(made.why);
    return 1;
  }
  const last =
    typeof archive === "string" ? await lastYear(archive, loadDefinition(from)).catch(() => undefined) : undefined;
  if (typeof archive === "string" && !last) console.error(proofPhrases.cannotOpen(archive));
  console.log([...made.lines, ...lastYearLines(last)].join("\n"));
  return check(to);
}

/** Only what no option gives is asked for; where nobody answers any more, the rest stays open. */
async function ask(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  for (const { key, ask: question, usual } of questions) {
    const option = options[key];
    const typed = typeof option === "string" ? option : await answerTo(question, usual, lines);
    if (typed !== "" || usual === undefined) found[key] = typed;
  }
  terminal.close();
  return found;
}

async function answerTo(question: string, usual: string | undefined, lines: AsyncIterator<string>): Promise<string> {
  process.stdout.write(`${question}${usual === undefined ? "" : `［${usual}］`}：`);
  const { value, done } = await lines.next();
  return done === true ? "" : value.trim();
}
