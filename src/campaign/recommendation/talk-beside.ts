import { isAboutForm } from "../../platform/conversation/score-reason.ts";

/** 看看推荐名单, 打开附件1 */
const LOOKS =
  /^(?:[嗯呃额哦那，,\s])*(?:请|帮我|我想|想|我要|让我)*(?:再|先)*(?:看一?[看下]|查一?[看下]|看|查|打开|显示|导出|下载|发)(?:一下)?.{0,12}(?:名单|推荐|次序|表|理由|分数|得分|进度|材料|附件\d?)[吧了。]*$/u;
const WITHOUT = /^(?:这个?|那个?|推荐)?理由(?:也|都|就)*(?:不要|不写|删掉|删除|删了|清空|去掉|撤销|取消)[了吧]*$/u;
const MOST_OF_TALK = 40;
/** 算了 先不报 */
const NOT_NOW =
  /^(?:[嗯呃额哦啊哎唉那，,\s])*(?:算了[，,\s]*)?(?:先|暂时?)(?:都|就)*不(?:报|推荐?|写|填)(?:了|吧|啊|。)*$/u;
const WAITS = /^(?:[嗯呃额哦啊哎唉那先，,\s])*(?:请)?(?:等一?下|等一等|等等|稍等|等会儿?|慢着|让我(?:再)?想)/u;
const WHO = "(?:[跟和同与向找问]|请示|等).{1,10}";
const INTENDS =
  /^(?:[嗯呃额哦啊哎唉那，,\s])*(?:我们?|咱们?)(?:这边)?(?:再|先|去|还[得要]?|得|要|需要|回头|明天|晚点)*(?:想|问|查|商量|看一?[看下]|核实|核对|请示|汇报|确认|讨论|研究|琢磨)/u;
const ASKS_FIRST = new RegExp(
  `${WHO}(?:商量|请示|汇报|核实|确认|讨论|研究).*(?:再|明天|后天|回头|晚点|下午|一下)`,
  "u",
);
const NOT_MEANT =
  /不是这个意思|[说点发搞弄填按选]错了|不是我(?:要|想)|(?:明天|后天|回头|晚点|下午|下周)再(?:报|说|填|写|弄|发)/u;

/** 第二个先不推荐吧就推前面一个和第三个 */
const WHICH_TO_PUT =
  /(?:第[一二三四五六七八九十\d]+|前面?[一二两三四五\d]*|后面?[一二两三四五\d]*)[个位名家].{0,6}(?:不推|不报|推荐|先推|就推|就报|放|排)|(?:就|只|先|还是)推(?:荐)?(?:第[一二三四五六七八九十\d]+|前面|后面)/u;

/** 等一下我想想, 我再跟领导商量一下明天再报, 我不是这个意思 */
export const isTalk = (text: string): boolean =>
  [...text.trim()].length <= MOST_OF_TALK &&
  (isAboutForm(text.trim()) ||
    [NOT_NOW, WHICH_TO_PUT, WAITS, INTENDS, ASKS_FIRST, NOT_MEANT, LOOKS, WITHOUT].some((pattern) =>
      pattern.test(text.trim()),
    ));

const SIGNED =
  /^(?:(?:经办|填表|报送|负责)人[:：]?)?\s*(?:\p{Script=Han}{2,4}[\s,，、]*)?(?:\d{2,4}\s*[-/.年]\s*)?\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?[。.]*$/u;

/** 陈某 2023/10/16: who signed, and when. */
export const isSigned = (text: string): boolean => SIGNED.test(text.normalize("NFKC").trim());

const REPORT_TITLE = /^[^，。；\n]{0,40}(?:工作报告|工作总结|工作汇报|情况汇报|情况报告|活动总结|总结报告)\s*(?:\n|$)/u;
const HEADED = /(?:^|\n)\s*[一二三四五六][、.．]/gu;

/** A paper of its own: under a title, or with numbered headings. */
export const isReport = (text: string): boolean =>
  (REPORT_TITLE.test(text.trim()) && text.trim().includes("\n")) || (text.match(HEADED)?.length ?? 0) >= 3;
