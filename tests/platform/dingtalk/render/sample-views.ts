import type { View, ViewField } from "../../../../src/platform/chat/view.ts";

/** A view with nothing but what is given. */
export const view = (more: Partial<View> = {}): View => ({
  title: "进度",
  tone: "running",
  body: [],
  actions: [],
  ...more,
});

export const field = (more: Partial<ViewField> = {}): ViewField => ({
  name: "compoundAddress",
  label: "小区地址",
  kind: "text",
  required: false,
  ...more,
});

/** Chinese characters take three bytes each. */
export const chinese = (characters: number): string => "字".repeat(characters);
