import type { Command } from "../engine/feature.ts";
import { changeField, readCaseChange } from "./change-field.ts";
import { hasApplications } from "./offered.ts";

/** 小区地址改为…, 雅苑的小区地址改为…: changes a field without its form being open. */
export const change: Command = {
  id: "application.change",
  readsCorrections: true,
  capability: "application.fill",
  step: "application",
  offeredWhen: hasApplications,
  until: "publication",
  effect: "read",
  onlyIn: "direct",
  recognises: (context, text) => readCaseChange(context, text) !== undefined,
  async handle(context, { subject, verbatim }) {
    const reply = await changeField(context, subject ?? verbatim);
    return reply ? { reply } : {};
  },
};
