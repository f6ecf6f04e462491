import type { Action } from "../../../platform/chat/view.ts";
import { outputPhrases as phrases } from "./phrases.ts";

export const SHEET = "evidence.sheet";
export const PACK = "evidence.pack";

interface Named {
  id: string;
  compoundName: string;
}

/** 材料 翠苑三区 3-5, as a button. */
export const sheetAction = ({ id, compoundName }: Named, row: string, label: string): Action => ({
  ...{ id: SHEET, label, typed: phrases.typedSheet(compoundName, row), look: "default", subject: `${id}/${row}` },
});

/** 材料包 翠苑三区, as a button. */
export const packAction = ({ id, compoundName }: Named): Action => ({
  ...{ id: PACK, label: phrases.packLabel(), typed: phrases.typedPack(compoundName), look: "default", subject: id },
});
