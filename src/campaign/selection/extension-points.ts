import type { Action } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import type { Selection } from "./selection.ts";

/** Why an approved version cannot be published yet, in a sentence without 不能公布; contributed by what it waits for. */
export const publicationWaits = extensionPoint<{ selection: Selection }, string>("selection.publication-waits");

/** What is to be known before 公布 besides the list itself. */
export interface BesidePublication {
  facts?: readonly { label: string; value: string }[];
  /** In sentences; they hold nothing up. */
  warnings?: readonly string[];
}

/** Read before 公布, contributed by later parts. */
export const besidePublication = extensionPoint<{ selection: Selection }, BesidePublication>(
  "selection.beside-publication",
);

/** What comes next for an approved version that cannot be published yet, as buttons. */
export const beforePublication = extensionPoint<{ selection: Selection }, readonly Action[]>(
  "selection.before-publication",
);

/** A case that may not be selected any more, and why, in a phrase without the name. */
export interface AgainstSelected {
  applicationId: string;
  reason: string;
}

/** What a later part decided against cases. */
export const againstSelected = extensionPoint<Record<string, never>, readonly AgainstSelected[]>(
  "selection.against-selected",
);

/** What a district reads of its own cases besides the result, in lines; contributed by later parts. */
export const besideResult = extensionPoint<{ applicationIds: readonly string[] }, readonly string[]>(
  "selection.beside-result",
);
