import { decisionName } from "./phrases.ts";
import type { SelectionWords } from "./words.ts";

/** What an answer to a ruling would change for a selection on its way. */
export const effectsPhrases = {
  reapproval: (name: string, { approver }: SelectionWords) =>
    `${name}所依据的名次或分数有变，须重新报批并由${approver}批准`,
  numberUnfit: (version: number, selected: string, words: SelectionWords) =>
    `${decisionName(version, words)}入选${selected}，将不合规定数量，须重新择优并由${words.approver}批准`,
  atOnce: () => "批准后即可公布",
  fromDay: (day: string) => `${day}起可以公布`,
  firstDay: (version: number, { from, to }: { from: string | undefined; to: string }, words: SelectionWords) =>
    `${decisionName(version, words)}：${from === undefined ? "" : `由“${from}”改为`}${from === undefined ? to : `“${to}”`}`,
};

export const outstandingPhrases = {
  /** @param said.by due day in the plan's words; undefined: it is not binding */
  missing: (said: {
    list: string;
    districts: readonly string[];
    by: string | undefined;
    day: string;
    isOver: boolean;
  }) => {
    const due =
      said.by === undefined ? "" : `；应于${said.by}报送，${said.day}${said.isOver ? "已过期限" : "尚未到期"}`;
    return `${said.list}尚未报送的：${said.districts.join("、")}${due}。`;
  },
};
