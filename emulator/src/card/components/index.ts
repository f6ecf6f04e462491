import type { Draw } from "../drawing.ts";
import { buttonList, singleButton } from "./button.ts";
import { chart } from "./chart.ts";
import { aiStatusContent, card, collapse, grid, gridLayout, loop, plain } from "./container.ts";
import { aiProgress, feedback } from "./feedback.ts";
import { form } from "./form.ts";
import { icon } from "./icon.ts";
import { avatar, image } from "./image.ts";
import {
  checkableTags,
  checkbox,
  checkboxList,
  checkboxListMulti,
  datePicker,
  multiSelect,
  select,
  textInput,
} from "./input.ts";
import { table } from "./table.ts";
import { divider, header, markdown, pending, progress, standardCard, tag, text } from "./text.ts";

/** Every component of the platform that the emulator renders, by its name in the export. */
export const COMPONENTS: ReadonlyMap<string, Draw> = new Map([
  ["Card", card],
  ["StdCard", standardCard],
  ["AICardContainer", plain],
  ["AICardStatusContainer", aiStatusContent],
  ["AICardContent", plain],
  ["AIPending", pending],
  ["AIGenerationProcessing", aiProgress],
  ["Feedback", feedback],
  ["Grid", grid],
  ["GridLayout", gridLayout],
  ["Loop", loop],
  ["CollapsePanel", collapse],
  ["CardHeaderV2", header],
  ["BaseText", text],
  ["BaseTextBlock", text],
  ["Markdown", markdown],
  ["MarkdownBlock", markdown],
  ["Divider", divider],
  ["DividerBlock", divider],
  ["Tag", tag],
  ["ProgressBar", progress],
  ["Image", image],
  ["Avatar", avatar],
  ["Icon", icon],
  ["SingleButton", singleButton],
  ["ButtonList", buttonList],
  ["ButtonBlock", buttonList],
  ["Form", form],
  ["Table", table],
  ["Chart", chart],
  ["Input", textInput],
  ["SelectBlock", select],
  ["MultiSelectBlock", multiSelect],
  ["DatePickerBlock", datePicker],
  ["Checkbox", checkbox],
  ["CheckboxList", checkboxList],
  ["CheckboxListMulti", checkboxListMulti],
  ["CheckableTags", checkableTags],
]);
