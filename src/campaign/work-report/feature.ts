import { z } from "zod";
import { Refusal } from "../../shared/refusal.ts";
import type { Asked, Command, CommandOutcome, Feature, PersonTurn, Talk } from "../engine/feature.ts";
import { handInReport, type OnHandedIn } from "./hand-in.ts";
import { workReportPhrases } from "./phrases.ts";
import { type Received, receiveFile, receiveText } from "./receive.ts";
import { reportingDistricts } from "./rules.ts";
import { seeReports } from "./see.ts";
import { reportsInForce } from "./store.ts";
import { askView, districtName, receivedView } from "./views.ts";

const REPORT_TALK = "work-report.content";
/** What is typed right after the command is the report itself only from this length on. Characters. */
const AT_ONCE = 30;

/** 工作报告: by text or file, from the district; the city looks at what has come. */
export const workReportFeature = (deps: { onHandedIn: readonly OnHandedIn[] }): Feature => ({
  commands: [open(deps.onHandedIn), handIn(deps.onHandedIn)],
  talks: [talk(deps.onHandedIn)],
});

const open = (onHandedIn: readonly OnHandedIn[]): Command => ({
  id: "work-report.open",
  words: [workReportPhrases.word(), "work-report"],
  capability: "workReport.see",
  effect: "look",
  example: workReportPhrases.word(),
  purpose: "报送本地区工作报告；市级人员查看报送情况",
  stages: ["verification", "conclusion"],
  onlyIn: "direct",
  async run(turn, asked) {
    if (turn.place === "group") throw new Refusal("work-report.in-group", workReportPhrases.inGroup());
    const rest = asked.by === "words" ? asked.rest : asked.subject;
    if (reportingDistricts(turn.campaign.definition, turn.person).length === 0) {
      await seeReports(turn, rest);
      return {};
    }
    const district = ownDistrict(turn, rest);
    if (asked.by === "words" && rest.length >= AT_ONCE) {
      await take(turn, district, { received: receiveText(asked.verbatim), onHandedIn });
      return {};
    }
    await turn.dialogues.open(turn.tx, turn.person.staffId, { kind: REPORT_TALK, state: { district } });
    const known = (await reportsInForce(turn.tx, turn.campaign.id)).get(district);
    await turn.reply(askView(turn, district, known));
    return {};
  },
});

/** The district a report is for; whoever works for several names it. */
function ownDistrict(turn: PersonTurn, words: string): string {
  const own = reportingDistricts(turn.campaign.definition, turn.person);
  const named = own.find((id) => words === id || words.startsWith(districtName(turn, id)));
  const [only, second] = own;
  if (named ?? (second ? undefined : only)) return named ?? only ?? "";
  const names = own.map((id) => districtName(turn, id));
  throw new Refusal("work-report.which-district", workReportPhrases.whichDistrict(names));
}

const formSchema = z.object({ text: z.string().optional().catch(undefined) });

const handIn = (onHandedIn: readonly OnHandedIn[]): Command => ({
  id: "work-report.hand-in",
  words: [workReportPhrases.submit()],
  capability: "workReport.submit",
  effect: "change",
  example: workReportPhrases.word(),
  purpose: "报送本地区工作报告",
  offered: false,
  onlyIn: "direct",
  async run(turn, asked): Promise<CommandOutcome> {
    if (turn.place === "group") throw new Refusal("work-report.in-group", workReportPhrases.inGroup());
    if (asked.by === "press") return handInForm(turn, asked, onHandedIn);
    if (asked.verbatim === "") return open(onHandedIn).run(turn, asked);
    await take(turn, ownDistrict(turn, asked.rest), { received: receiveText(asked.verbatim), onHandedIn });
    return {};
  },
});

async function handInForm(
  turn: PersonTurn,
  asked: Extract<Asked, { by: "press" }>,
  onHandedIn: readonly OnHandedIn[],
): Promise<CommandOutcome> {
  const received = receiveText(formSchema.parse(asked.form ?? {}).text ?? "");
  const report = await handInReport(
    turn,
    { district: asked.subject, content: received.content, pressed: asked.card.id },
    onHandedIn,
  );
  await turn.dialogues.close(turn.tx, turn.person.staffId, REPORT_TALK);
  return { changed: true, toast: workReportPhrases.toast(report.version) };
}

const stateSchema = z.object({ district: z.string() });

const talk = (onHandedIn: readonly OnHandedIn[]): Talk => ({
  kind: REPORT_TALK,
  owns: () => false,
  async hear(turn, { state, text, files: [file] }) {
    const { district } = stateSchema.parse(state);
    if (!file && text.trim() === "") return false;
    await take(turn, district, { received: file ? await receiveFile(turn, file) : receiveText(text), onHandedIn });
    return true;
  },
});

async function take(
  turn: PersonTurn,
  district: string,
  { received, onHandedIn }: { received: Received; onHandedIn: readonly OnHandedIn[] },
): Promise<void> {
  const report = await handInReport(turn, { district, content: received.content }, onHandedIn);
  await turn.dialogues.close(turn.tx, turn.person.staffId, REPORT_TALK);
  await turn.reply(receivedView(turn, report, received));
}
