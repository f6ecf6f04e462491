export { toAnswerParams, toCardParams } from "./card-params.ts";
export { formBytes, packFields } from "./form-variable.ts";
