import type { Check, Finding } from "./finding.ts";
import { type Found, part, query, textPart, texts } from "./query.ts";

/** Reports missing parts required by a purpose or step: name field, number selected, list. */
export const neededParts: Check = ({ files }) => {
  const campaign = files.campaign.content;
  if (campaign === undefined) return [];
  const purposes = texts(campaign, "deliverables.*.purpose");
  const steps = texts(campaign, "stages.*.steps.*");
  return [
    ...(purposes.includes("application") ? applicationForm(campaign, files.forms.content) : []),
    ...(steps.includes("selection") && !texts(campaign, "quotas.*.purpose").includes("selected")
      ? at(["quotas"], "要择优，须写明择优几个：请在 quotas 里写一项 purpose: selected。")
      : []),
    ...(steps.includes("selection") && !purposes.includes("list")
      ? at(
          ["deliverables"],
          "择优从推荐名单里产生：请在 deliverables 里写一项 purpose: list，并在阶段里写 steps: [recommendation]。",
        )
      : []),
    ...(steps.includes("publication") && !texts(campaign, "publications.*.purpose").includes("publication")
      ? at(["publications"], "要公布，须写明公布的名单：请在 publications 里写一项 purpose: publication。")
      : []),
    ...(purposes.includes("provinceList") ? province(campaign) : []),
    ...listFile(purposes, files.recommendationList.present),
  ];
};

function applicationForm(campaign: unknown, forms: unknown): Finding[] {
  return query(campaign, "deliverables.*")
    .filter(({ value }) => part(value, "purpose") === "application")
    .flatMap(({ path, value }): Finding[] => {
      const id = textPart(value, "form");
      if (id === undefined) return at(path, "申报须填表：请写 form，填 forms.yaml 里那张表的 id。");
      const form = query(forms, "*").find((found) => part(found.value, "id") === id);
      return form ? missingName(form) : [];
    });
}

function missingName({ path, value }: Found): Finding[] {
  if (texts(value, "fields.*.purpose").includes("name")) return [];
  const message = `表单“${textPart(value, "id")}”没有写明哪一项是名称：请在那一项下写 purpose: name。`;
  return [{ in: "forms", path: [...path, "fields"], message }];
}

const province = (campaign: unknown): Finding[] => [
  ...(texts(campaign, "quotas.*.purpose").includes("province")
    ? []
    : at(["quotas"], "要向上级推荐，须写明推荐几个：请在 quotas 里写一项 purpose: province。")),
  ...(textPart(part(campaign, "city"), "province") === undefined
    ? at(["city"], "要向上级推荐，须写明推荐给谁：请在 city 里写 province。")
    : []),
];

const listFile = (purposes: readonly string[], present: boolean): Finding[] =>
  purposes.includes("list") && !present
    ? [{ in: "recommendationList", path: [], message: "要报推荐名单，须有此文件，写明名单的栏目。" }]
    : [];

const at = (path: Found["path"], message: string): Finding[] => [{ in: "campaign", path, message }];

/** Two levels of recommendation need lower districts and a list of level 2. */
export const levels: Check = ({ files: { campaign } }) => {
  const { content } = campaign;
  const second = ["deliverables.*", "quotas.*"].flatMap((items) =>
    query(content, items).filter(({ value }) => part(value, "level") === 2),
  );
  const lower = query(content, "districts.*.within");
  const [first] = lower;
  if (lower.length === 0)
    return second.flatMap(({ path }) =>
      at([...path, "level"], "没有一个地区写明 within，不能有第2级：请在下级地区里写 within: 上级编号，或删去 level。"),
    );
  if (!first || second.some(({ value }) => part(value, "purpose") === "list")) return [];
  return at(first.path, "上级也要报推荐名单：请在 deliverables 里再写一项 purpose: list，并写 level: 2。");
};

/** Disqualifications and declaring fields refer to each other, and every option has a verdict. */
export const declarations: Check = ({ files: { requirements, forms } }) => {
  const named = texts(requirements.content, "disqualifications.*.field");
  const fields = query(forms.content, "*.fields.*");
  return [
    ...query(requirements.content, "disqualifications.*.field").flatMap(({ path, value }): Finding[] => {
      const field = fields.find((found) => part(found.value, "key") === value);
      if (!field || part(field.value, "purpose") === "disqualification") return [];
      const message = `栏目“${String(value)}”没有写 purpose: disqualification，系统不会据此排除。`;
      return [{ in: "requirements", path, message }];
    }),
    ...fields
      .filter(({ value }) => part(value, "purpose") === "disqualification")
      .flatMap((one) => declared(one, named)),
  ];
};

function declared({ path, value }: Found, named: readonly string[]): Finding[] {
  const key = textPart(value, "key") ?? "";
  const missing = query(value, "options.*").filter((option) => part(option.value, "verdict") === undefined);
  return [
    ...(named.includes(key)
      ? []
      : [
          {
            in: "forms" as const,
            path,
            message: `没有不得参与情形引用“${key}”：请在 requirements.yaml 的 disqualifications 里写明。`,
          },
        ]),
    ...missing.map((option) => ({
      in: "forms" as const,
      path: [...path, ...option.path],
      message: "请写明选这一项的后果 verdict：clear（可参与）、excluded（不得参与）、pending（待核实）。",
    })),
  ];
}
