import { type Signal, signal } from "@preact/signals";
import type { CardTemplate } from "../../src/card/template.ts";
import type { Control } from "../api/control.ts";

/** Card templates that the page renders with, cached like in the client. */
export interface TemplateStore {
  /** Undefined until it is loaded; a card whose template cannot be loaded stays as the emulator rendered it. */
  of(templateId: string): Signal<CardTemplate | undefined>;
  /** Fetches all of them again; until then the old ones are used. */
  renew(): void;
}

export function makeTemplateStore(control: Pick<Control, "template">): TemplateStore {
  const known = new Map<string, Signal<CardTemplate | undefined>>();
  function ask(templateId: string, coming: Signal<CardTemplate | undefined>): void {
    control.template(templateId).then(
      (template) => {
        coming.value = template;
      },
      () => {
        coming.value = undefined;
        known.delete(templateId);
      },
    );
  }
  return {
    of: (templateId) => {
      const there = known.get(templateId);
      if (there) return there;
      const coming = signal<CardTemplate | undefined>(undefined);
      known.set(templateId, coming);
      ask(templateId, coming);
      return coming;
    },
    renew: () => {
      for (const [templateId, coming] of known) ask(templateId, coming);
    },
  };
}
