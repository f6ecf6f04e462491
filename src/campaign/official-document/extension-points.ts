import { extensionPoint } from "../engine/extension-point.ts";
import type { OfficialTemplate } from "./template.ts";

/** The official documents that later parts make. */
export const officialTemplates = extensionPoint<object, readonly OfficialTemplate[]>("official-document.templates");
