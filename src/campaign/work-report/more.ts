import { z } from "zod";
import { withoutFillers } from "../../platform/conversation/spoken.ts";
import { dialogue } from "../engine/feature.ts";
import { corrects, goesOn, isBeside, isOtherPaper, isProse, ordersElsewhere } from "./beside-report.ts";
import { askAgain, correctInForce, MORE } from "./confirm.ts";
import { partsSaid } from "./contents/contents.ts";
import { contentsPhrases } from "./contents/phrases.ts";
import { lackingIn, stateOfReport } from "./contents/state.ts";
import { editsIn, isEdit } from "./edit.ts";
import { withPart } from "./further.ts";
import { workReportPhrases } from "./phrases.ts";
import { receiveText } from "./receive.ts";
import { partsOfReport } from "./rules.ts";
import { reportsInForce } from "./store.ts";
import { textOf } from "./text-in-force.ts";

/** As long after a text what is sent counts as its continuation. */
const CONTINUED_MS = 60 * 60_000;

/** 更正：… of what was handed in. */
const NOTICE = /^\s*更正\s*[:：]/u;

/** Soon after a text was handed in, a further one may be its continuation: people send a report in several messages. */
export const moreDialogue = dialogue({
  kind: MORE,
  readsCorrections: true,
  state: z.object({ district: z.string(), version: z.int() }),
  claims: (text) => NOTICE.test(text) && editsIn(text) !== undefined,
  async handle(context, { state: { district, version }, text, files }) {
    if (files.length > 0 || isBeside(text) || isOtherPaper(text) || ordersElsewhere(text)) return false;
    const named = partsSaid(withoutFillers(text), partsOfReport(context.campaign.definition));
    const edits = editsIn(text);
    const isOfIt = isProse(text) || goesOn(text) || corrects(text) || named.size > 0;
    if (!isOfIt && !(edits && isEdit(text, edits))) return false;
    const known = (await reportsInForce(context.tx, context.campaign.id)).get(district);
    const before = await textOf(context, { district, version });
    if (!known || before === undefined) return false;
    if (context.now.getTime() - known.handedInAt.getTime() > CONTINUED_MS) return false;
    if (await correctInForce(context, { district, before, said: text })) return true;
    if (corrects(text)) {
      await context.reply(workReportPhrases.correctionOfHandedIn(text.trim(), version));
      return true;
    }
    const lacking = lackingIn(context, await stateOfReport(context, known));
    if (named.size > 0 && [...named.keys()].every((part) => lacking.includes(part))) {
      const { supplement } = contentsPhrases;
      const typed = `${contentsPhrases.word()} ${withoutFillers(text).trim()}`;
      const take = { id: "", label: supplement(), typed, look: "primary" as const };
      await context.reply({ ...contentsPhrases.further(version, [...named.keys()]), actions: [take] });
      return true;
    }
    const asked = { district, report: receiveText(before), continues: version };
    await askAgain(context, withPart(context, asked, receiveText(withoutFillers(text))));
    return true;
  },
});
