import type { Action } from "../../platform/chat/view.ts";
import { extensionPoint } from "../engine/extension-point.ts";
import type { CaseReturn } from "./case-return.ts";

/** What else a district may do with an open return, as buttons on its card; contributed by later parts. */
export const besideCorrection = extensionPoint<{ found: CaseReturn; name: string }, Action>("correction.beside");
