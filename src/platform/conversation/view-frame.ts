import type { Action } from "../chat/view.ts";

/** What a form's buttons do; every one of them can be typed as well. */
export type FormVerb = "answer" | "back" | "skip" | "leave" | "submit" | "accept" | "attachedPage" | "change";

/** How a feature binds the buttons to itself; without it they only carry what can be typed. */
export interface ViewFrame {
  actionOf?: (verb: FormVerb, typed: string) => { id: string; subject?: string };
}

export interface Button {
  verb: FormVerb;
  label: string;
  typed: string;
  look?: Action["look"];
}

export const buttonOf = ({ verb, label, typed, look = "default" }: Button, { actionOf }: ViewFrame): Action => ({
  ...(actionOf?.(verb, typed) ?? { id: "" }),
  label,
  typed,
  look,
});
