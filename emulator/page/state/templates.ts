import { type Signal, signal } from "@preact/signals";
import type { CardTemplate } from "../../src/card/template.ts";
import type { Control } from "../api/control.ts";

/** Card templates that the page draws with itself, kept as the client keeps them. */
export interface TemplateStore {
  /** Undefined until it is there; a card whose template cannot be had stays as the emulator drew it. */
  of(templateId: string): Signal<CardTemplate | undefined>;
  /** Asks for all of them again; each is drawn with as it was until then. */
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
