import type { Action } from "../chat/view.ts";

/** Actions of a form's buttons; each can be typed as well. */
export type FormVerb = "answer" | "back" | "skip" | "leave" | "submit" | "accept" | "attachedPage" | "change";

/** Binds the buttons to actions of a feature; without it they only have their words. */
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
