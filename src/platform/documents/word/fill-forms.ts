import { makeInWorker } from "../make/make-in-worker.ts";
import { fillTemplate, type TemplateCopy } from "./fill-template.ts";

const FEW_COPIES = 5;

/** See {@link fillTemplate}; many copies are filled in a thread of their own. */
export async function fillForms(template: Uint8Array, copies: readonly TemplateCopy[], at: Date): Promise<Buffer> {
  return copies.length > FEW_COPIES
    ? makeInWorker({ kind: "forms", template, copies, at })
    : fillTemplate(template, copies, at);
}
