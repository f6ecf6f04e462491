export { type PressAnswer, type Pressed, stepsAfter } from "./after-press.ts";
export { addressOf, findPress, requestOf, saidAtOnce } from "./find-steps.ts";
export { localsAfter, withLocal } from "./local-state.ts";
export { localValue } from "./local-value.ts";
export { type CardContent, readCard } from "./read.ts";
export { renderCard } from "./render.ts";
export { type CardTemplate, parseTemplate, type TemplateNode } from "./template.ts";
