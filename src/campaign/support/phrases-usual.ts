import type { Definition } from "../definition/definition.ts";
import { nounsOf } from "../directory/nouns.ts";
import type { UsualWords } from "../engine/command-listing.ts";

/** What people write most about support. */
export const usualInSupport = (definition: Definition): readonly UsualWords[] => [
  { said: [`申请支持 ${nounsOf(definition).caseName}：加装电梯缺资金`], read: "写明需协调的事项" },
  { said: ["办结支持 1 已协调到位"], read: "按编号办结，一次一件，写明结果" },
];
