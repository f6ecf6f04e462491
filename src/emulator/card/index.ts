export { type CardContent, readCard } from "./read.ts";
export { renderCard } from "./render.ts";
export { type CardTemplate, parseTemplate, type TemplateNode } from "./template.ts";
export { type PressAnswer, toastAfter } from "./toast.ts";
