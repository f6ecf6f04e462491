import { isMap, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLParseError } from "yaml";
import { z } from "zod";
import { nearest } from "./nearest.ts";
import { readStep, StepSyntaxError } from "./read-step.ts";
import { type PlacedStep, type Problem, type Scenario, ScenarioError } from "./scenario.ts";
import { moment } from "./step-forms.ts";

export const MAX_PEOPLE = 4;

const HEADINGS = ["标题", "简介", "开始时间", "人员", "步骤"] as const;

const headSchema = z.object({
  标题: z.string({ error: "缺少标题" }).trim().min(1, "标题是空的"),
  简介: z.string({ error: "简介应是文字" }).trim().optional(),
  开始时间: moment.optional(),
  人员: z
    .array(z.string().trim().min(1, "人员是空的"), { error: "人员应写成列表，例如 [马小涵, 柯桥区经办人1]" })
    .max(MAX_PEOPLE, `人员最多${MAX_PEOPLE}位`)
    .default([]),
});

/**
 * Reads a scenario file and reports all problems at once.
 * @throws ScenarioError
 */
export function parseScenario(text: string): Scenario {
  const lines = new LineCounter();
  // Scalars stay text: 1.0 is not read as 1.
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines });
  const lineOf = (node: ParsedNode | null | undefined): number => lines.linePos(node?.range[0] ?? 0).line;
  if (document.errors.length > 0) throw new ScenarioError(document.errors.map(syntaxProblem));
  const { contents } = document;
  if (!isMap(contents)) throw new ScenarioError([{ line: 1, message: "场景应写明标题和步骤。" }]);
  const pairs = contents.items.map(({ key, value }) => ({
    name: String(key),
    line: lineOf(key as ParsedNode),
    value: value as ParsedNode | null,
  }));
  const lineOfHeading = (name: string) => pairs.find((pair) => pair.name === name)?.line ?? 1;
  const head = headSchema.safeParse(document.toJS());
  const list = pairs.find(({ name }) => name === "步骤")?.value;
  const steps = isSeq(list) ? list.items.map((item) => placed(item as ParsedNode, lineOf)) : [];
  const problems = [
    ...pairs.flatMap(unknownHeading),
    ...(head.error?.issues ?? []).map(({ path, message }) => ({
      line: lineOfHeading(String(path[0])),
      message: `${message}。`,
    })),
    ...(steps.length > 0 ? [] : [{ line: lineOfHeading("步骤"), message: "缺少步骤。" }]),
    ...steps.filter((step) => "message" in step),
  ];
  if (!head.success || problems.length > 0) throw new ScenarioError(problems.sort((a, b) => a.line - b.line));
  const { 标题: title, 简介: about, 开始时间: start, 人员: people } = head.data;
  return {
    title,
    ...(about === undefined ? {} : { about }),
    ...(start === undefined ? {} : { start }),
    people,
    steps: steps.filter((step) => "step" in step),
  };
}

function placed(item: ParsedNode, lineOf: (node: ParsedNode) => number): PlacedStep | Problem {
  const line = lineOf(item);
  try {
    return { line, step: readStep(item.toJSON()) };
  } catch (error) {
    if (error instanceof StepSyntaxError) return { line, message: `${error.message}。` };
    throw error;
  }
}

function unknownHeading({ name, line }: { name: string; line: number }): Problem[] {
  if (HEADINGS.some((known) => known === name)) return [];
  return [{ line, message: `不认识的项目「${name}」，最接近的是「${nearest(name, HEADINGS)}」。` }];
}

/** The library's message is English; the usual cause is put in front of it. */
function syntaxProblem({ linePos, message, code }: YAMLParseError): Problem {
  const line = linePos?.[0].line ?? 1;
  const cause =
    code === "DUPLICATE_KEY"
      ? "同一步骤里写了两个相同的项目"
      : "格式有误，请检查缩进、冒号后的空格；以@开头的内容要加引号";
  return { line, message: `${cause}（${message.split("\n")[0]?.replace(/ at line.*$/, "")}）。` };
}
