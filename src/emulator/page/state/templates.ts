import { type Signal, signal } from "@preact/signals";
import type { CardTemplate } from "../../card/template.ts";
import type { Control } from "../api/control.ts";

/** Card templates that the page draws with itself, asked for once each, as the client keeps them. */
export interface TemplateStore {
  /** Undefined until it is there; a card whose template cannot be had stays as the emulator drew it. */
  of(templateId: string): Signal<CardTemplate | undefined>;
}

export function makeTemplateStore(control: Pick<Control, "template">): TemplateStore {
  const known = new Map<string, Signal<CardTemplate | undefined>>();
  return {
    of: (templateId) => {
      const there = known.get(templateId);
      if (there) return there;
      const coming = signal<CardTemplate | undefined>(undefined);
      known.set(templateId, coming);
      control.template(templateId).then(
        (template) => {
          coming.value = template;
        },
        () => known.delete(templateId),
      );
      return coming;
    },
  };
}
