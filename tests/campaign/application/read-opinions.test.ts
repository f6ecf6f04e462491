import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf } from "../../../src/campaign/application/offered.ts";
import { calledOffices, officesOf } from "../../../src/campaign/application/opinions/offices.ts";
import { readOpinions } from "../../../src/campaign/application/opinions/read-words.ts";
import { civilDate } from "../../../src/shared/civil-date.ts";
import { shaoxing } from "../definition/support/shaoxing.ts";

const form = formOf(shaoxing) ?? expect.fail("no form");
const when = { today: civilDate("2023-09-10"), year: 2023 };
const keqiao = calledOffices(form, { district: { name: "柯桥区", kind: "district" }, city: "绍兴市" });
const zhuji = calledOffices(form, { district: { name: "诸暨市", kind: "countyLevelCity" }, city: "绍兴市" });

const read = (text: string, called = keqiao) => readOpinions(text, called, when);
const agreed = (office: string, givenOn: string) => ({ office, stance: "agrees", givenOn });

describe("opinions in words", () => {
  test.each([
    ["社区 同意 9月5日", [agreed("neighborhood", "2023-09-05")]],
    ["街道同意8.26 局里也同意8.27", [agreed("subdistrict", "2023-08-26"), agreed("districtBureau", "2023-08-27")]],
    ["我局同意8.27", [agreed("districtBureau", "2023-08-27")]],
    ["街道同意8.26局里同意8.27", [agreed("subdistrict", "2023-08-26"), agreed("districtBureau", "2023-08-27")]],
    [
      "单位\t意见\t签署人\t日期\n业委会\t同意申报\t陈阿林\t2023/8/20\n社区\t同意推荐\t王主任\t2023/8/22\n区住建局\t同意\t\t2023年8月26日",
      [
        { ...agreed("ownersCommittee", "2023-08-20"), text: "同意申报", signer: "陈阿林" },
        { ...agreed("neighborhood", "2023-08-22"), text: "同意推荐", signer: "王主任" },
        agreed("districtBureau", "2023-08-26"),
      ],
    ],
    [
      "①业委会 同意 8月20日②社区 同意 2023/8/21③街道 同意 8.22④区局 同意 2023.8.25",
      [
        agreed("ownersCommittee", "2023-08-20"),
        agreed("neighborhood", "2023-08-21"),
        agreed("subdistrict", "2023-08-22"),
        agreed("districtBureau", "2023-08-25"),
      ],
    ],
    [
      "业委会 社区 街道 都9.5同意",
      [
        agreed("ownersCommittee", "2023-09-05"),
        agreed("neighborhood", "2023-09-05"),
        agreed("subdistrict", "2023-09-05"),
      ],
    ],
    ["店口镇意见\t同意\t2023年09月05日", [agreed("subdistrict", "2023-09-05")]],
    ["柯桥街道意见 同意 9月5日", [agreed("subdistrict", "2023-09-05")]],
    [
      "社区 同意推荐（东旺社区 何建平 8月23日）",
      [{ ...agreed("neighborhood", "2023-08-23"), text: "同意推荐", signer: "何建平" }],
    ],
    [
      "属地社区意见\t同意推荐。（何建平，2023年8月23日）",
      [{ ...agreed("neighborhood", "2023-08-23"), text: "同意推荐", signer: "何建平" }],
    ],
    [
      "社区 不同意,理由见附页 8月23日",
      [{ office: "neighborhood", stance: "disagrees", givenOn: "2023-08-23", text: "不同意，理由见附页" }],
    ],
    [
      "业委会同意嗯八月二十六号社区同意八月二十七号",
      [agreed("ownersCommittee", "2023-08-26"), agreed("neighborhood", "2023-08-27")],
    ],
    ["嗯社区也是同意八月二十七号", [agreed("neighborhood", "2023-08-27")]],
    ["街道同意八月二十八号嗯", [agreed("subdistrict", "2023-08-28")]],
    ["街道 同意 8月27日 谢谢啊", [agreed("subdistrict", "2023-08-27")]],
    ["街道 同意 八月二十七号 签署人：刘方 谢谢啊", [{ ...agreed("subdistrict", "2023-08-27"), signer: "刘方" }]],
    [
      "街道八月二十七号同意签署人刘方盖章单位城南街道办事处",
      [{ ...agreed("subdistrict", "2023-08-27"), signer: "刘方", sealedBy: "城南街道办事处" }],
    ],
    ["街道八月二十七号同意的", [agreed("subdistrict", "2023-08-27")]],
    [
      "业委会\t同意\t朱国梁\t2023/8/24\n社区\t同意\t王充社区居委会\t2023/8/25\n街道\t不同意（投诉较多）\t\t2023/8/28",
      [
        { ...agreed("ownersCommittee", "2023-08-24"), signer: "朱国梁" },
        { ...agreed("neighborhood", "2023-08-25"), sealedBy: "王充社区居委会" },
        { office: "subdistrict", stance: "disagrees", givenOn: "2023-08-28", text: "不同意（投诉较多）" },
      ],
    ],
    [
      "3.街道意见：同意推荐（曹娥街道办事处） 2023-8-27",
      [{ ...agreed("subdistrict", "2023-08-27"), text: "同意推荐", sealedBy: "曹娥街道办事处" }],
    ],
    [
      "业委会\t同意\t2023/8/18\t（盖章）\n社区\t同意\t2023.8.20\t滨江社区（盖章）\n街道\t同意推荐\t2023年8月22日\t百官街道办事处",
      [
        agreed("ownersCommittee", "2023-08-18"),
        { ...agreed("neighborhood", "2023-08-20"), sealedBy: "滨江社区" },
        { ...agreed("subdistrict", "2023-08-22"), text: "同意推荐", sealedBy: "百官街道办事处" },
      ],
    ],
    ["业委会 同意 2023.8.18 签字：王国平", [{ ...agreed("ownersCommittee", "2023-08-18"), signer: "王国平" }]],
    [
      "社区 同意申报　2023/8/20（江扬社区盖章）",
      [{ ...agreed("neighborhood", "2023-08-20"), text: "同意申报", sealedBy: "江扬社区" }],
    ],
    ["社区 同意 2023.8.20 江扬社区（盖章）", [{ ...agreed("neighborhood", "2023-08-20"), sealedBy: "江扬社区" }]],
    [
      "社区意见：同意申报。 2023.8.20 江扬社区（盖章）\n街道意见：同意推荐 2023/8/22\n业委会意见：同意　王国平 2023/8/18",
      [
        { ...agreed("neighborhood", "2023-08-20"), text: "同意申报", sealedBy: "江扬社区" },
        { ...agreed("subdistrict", "2023-08-22"), text: "同意推荐" },
        { ...agreed("ownersCommittee", "2023-08-18"), signer: "王国平" },
      ],
    ],
    [
      "社区同意 9月5日 街道办事处（盖章）同意 9月6日",
      [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-06")],
    ],
    [
      "① 业委会：同意申报，徐水根，2023/8/24\n② 社区：同意 2023/8/25",
      [
        { ...agreed("ownersCommittee", "2023-08-24"), text: "同意申报", signer: "徐水根" },
        agreed("neighborhood", "2023-08-25"),
      ],
    ],
    ["湄池社区意见 同意 9月5日", [agreed("neighborhood", "2023-09-05")]],
    ["社区意见：同意，9月5日", [agreed("neighborhood", "2023-09-05")]],
    ["9月5日社区、街道同意", [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-05")]],
    ["业委会9月1日同意", [agreed("ownersCommittee", "2023-09-01")]],
    ["物管会 同意 9月1日", [agreed("ownersCommittee", "2023-09-01")]],
    ["街道办事处 同意 昨天", [agreed("subdistrict", "2023-09-09")]],
    ["区局 同意 2023.9.8", [agreed("districtBureau", "2023-09-08")]],
    ["柯桥区住建局 同意 9月8日", [agreed("districtBureau", "2023-09-08")]],
    ["市局 同意 9月8日", [agreed("cityBureau", "2023-09-08")]],
    ["社区、街道 同意 9月5日", [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-05")]],
    [
      "业委会和社区同意9月1日；街道同意9月5日",
      [
        agreed("ownersCommittee", "2023-09-01"),
        agreed("neighborhood", "2023-09-01"),
        agreed("subdistrict", "2023-09-05"),
      ],
    ],
    [
      "业委会\t同意\t9.1\n街道（乡镇）意见\t同意\t2023年09月05日",
      [agreed("ownersCommittee", "2023-09-01"), agreed("subdistrict", "2023-09-05")],
    ],
    ["街道（乡镇）意见：同意，9月5日", [agreed("subdistrict", "2023-09-05")]],
    ["社区 同意 9月10日", [agreed("neighborhood", "2023-09-10")]],
    ["社区：同意（9月5日）", [agreed("neighborhood", "2023-09-05")]],
    ["社区（盖章）同意 2023.9.5，谢谢", [agreed("neighborhood", "2023-09-05")]],
    ["社区、街道都同意，9月5日", [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-05")]],
    [
      "社区、街道同意，分别是9月5日、9月6日",
      [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-06")],
    ],
  ])("%s", (text, opinions) => {
    expect(read(text)).toEqual({ ok: true, opinions });
  });

  test.each([
    ["社区、街道同意，9月5日、9月6日", "dates"],
    ["社区、街道、区局同意，分别是9月5日、9月6日", "dates"],
    ["社区 同意 9月5日；社区 同意 9月6日", "once"],
    ["社区意见\t同意\t9月5日\n社区意见\t不同意\t9月6日", "once"],
    ["社区同意吗？9月5日", "stance"],
    ["社区9月5日同意吗？", "stance"],
  ])("%s is asked about", (text, lacks) => {
    expect(read(text)).toMatchObject({ ok: false, lacks });
  });

  test("the seal may stand in brackets, whatever office it names", () => {
    expect(read("社区：同意，加盖公章（城南社区居委会），９月５日")).toMatchObject({
      ok: true,
      opinions: [{ ...agreed("neighborhood", "2023-09-05"), sealedBy: "城南社区居委会" }],
    });
  });

  test("words beyond a mere 同意 are kept, with who sealed and who signed", () => {
    expect(read("社区 情况属实，同意申报 9月5日 盖章单位：城南社区居民委员会 签署人 张三")).toEqual({
      ok: true,
      opinions: [
        {
          ...agreed("neighborhood", "2023-09-05"),
          text: "情况属实，同意申报",
          sealedBy: "城南社区居民委员会",
          signer: "张三",
        },
      ],
    });
    expect(read("街道 不同意，物业费收缴率不足 9月5日")).toEqual({
      ok: true,
      opinions: [
        { office: "subdistrict", stance: "disagrees", givenOn: "2023-09-05", text: "不同意，物业费收缴率不足" },
      ],
    });
  });

  test.each([
    ["同意 9月5日", "office"],
    ["社区 9月5日", "stance"],
    ["社区 同意", "date"],
    ["社区 同意 2月30日", "date"],
    ["社区 同意 9月11日", "pastDate"],
    ["社区同意，街道同意9月5日", "date"],
  ])("%s lacks its %s", (text, lacks) => {
    expect(read(text)).toMatchObject({ ok: false, lacks });
  });

  test("市局 is nobody's in a city within the city, until the city is named", () => {
    expect(read("市局 同意 9月8日", zhuji)).toMatchObject({ ok: false, lacks: "office" });
    expect(read("诸暨市局 同意 9月8日", zhuji)).toMatchObject({ opinions: [{ office: "districtBureau" }] });
    expect(read("绍兴市局 同意 9月8日", zhuji)).toMatchObject({ opinions: [{ office: "cityBureau" }] });
  });
});

describe("opinions on several lines keep to their offices", () => {
  test.each([
    [
      "业委会\t同意\t8月18日\n属地社区意见\t同意推荐\t2023年8月20日\n柯桥街道意见\t同意\t8月21日（李主任口头）",
      [
        agreed("ownersCommittee", "2023-08-18"),
        { ...agreed("neighborhood", "2023-08-20"), text: "同意推荐" },
        { ...agreed("subdistrict", "2023-08-21"), text: "同意，(李主任口头)" },
      ],
    ],
    [
      "业委会 同意 9月1日\n属地社区意见：同意。\n（公章）\n2023年9月2日\n柯桥街道意见：情况属实，同意推荐\n2023年9月3日",
      [
        agreed("ownersCommittee", "2023-09-01"),
        agreed("neighborhood", "2023-09-02"),
        { ...agreed("subdistrict", "2023-09-03"), text: "情况属实，同意推荐" },
      ],
    ],
    ["9月5日\n社区、街道\t同意", [agreed("neighborhood", "2023-09-05"), agreed("subdistrict", "2023-09-05")]],
    ["社区：同意街道意见\n2023年9月5日", [{ ...agreed("neighborhood", "2023-09-05"), text: "同意街道意见" }]],
    [
      "业委会 同意 8月18日 同意申报，盖章单位：云栖雅苑业主委员会，签署人：李四二",
      [
        {
          ...agreed("ownersCommittee", "2023-08-18"),
          text: "同意申报",
          sealedBy: "云栖雅苑业主委员会",
          signer: "李四二",
        },
      ],
    ],
  ])("%s", (text, opinions) => {
    expect(read(text)).toEqual({ ok: true, opinions });
  });

  test("empty rows are none, and are named", () => {
    expect(read("社区意见\t同意\t9月5日\n街道意见\t\n区局意见\t（盖章） 年 月 日")).toEqual({
      ok: true,
      opinions: [agreed("neighborhood", "2023-09-05")],
      empty: ["subdistrict", "districtBureau"],
    });
    expect(read("社区意见\t\n街道意见\t")).toMatchObject({ ok: false, lacks: "stance" });
  });

  test.each([
    ["社区 同意 9月5日\n——街道转来", "unread", "——街道转来"],
    ["小区情况较好\n社区 同意 9月5日", "office", "小区情况较好"],
    ["小区情况较好，社区同意9月5日", "office", "小区情况较好"],
  ])("%s: what belongs to no office is named", (text, lacks, named) => {
    expect(read(text)).toEqual({ ok: false, lacks, at: named });
  });

  test("of any rows in any layout each keeps its own words and day", () => {
    const office = {
      ownersCommittee: ["业委会意见", "业主委员会"],
      neighborhood: ["属地社区意见", "社区"],
      subdistrict: ["柯桥街道意见", "街道办事处"],
      districtBureau: ["柯桥区住建局意见", "区局"],
    } as const;
    const ids = Object.keys(office) as (keyof typeof office)[];
    const row = fc.record({
      called: fc.nat(1),
      text: fc.constantFrom("", "情况属实，同意推荐", "同意社区意见", "不同意，材料不全"),
      day: fc.integer({ min: 1, max: 9 }),
      layout: fc.nat(3),
    });
    const check = fc.property(
      fc
        .shuffledSubarray(ids, { minLength: 2 })
        .chain((some) => fc.tuple(fc.constant(some), fc.tuple(...some.map(() => row)))),
      ([some, given]) => {
        const lines = some.map((id, at) => {
          const { called, text, day, layout } = given[at] ?? expect.fail("no row");
          const [name, said] = [office[id][called] ?? "", text || "同意"];
          return [
            `${name}\t${said}\t2023年9月${day}日`,
            `${name}：${said}\n（盖章）\n2023年9月${day}日`,
            `${name}\n${said}\n9月${day}日`,
            `${name}\t${said} （公章）\n\t2023.9.${day}`,
          ][layout];
        });
        const opinions = some.map((id, at) => {
          const { text = "", day } = given[at] ?? {};
          const stance = text.startsWith("不") ? "disagrees" : "agrees";
          return { office: id, stance, givenOn: `2023-09-0${day}`, ...(text === "" ? {} : { text }) };
        });
        expect({ lines, read: read(lines.join("\n")) }).toEqual({ lines, read: { ok: true, opinions } });
      },
    );
    fc.assert(check, { seed: 20230910, numRuns: 500 });
  });
});

describe("the first office follows how the owners are organised", () => {
  test.each([
    [undefined, "业委会意见", false],
    ["ownersCommittee", "业委会意见", false],
    ["propertyManagementCommittee", "物管会意见", false],
    ["selfManagementOrganization", "自管组织意见", false],
    ["none", "业委会意见（未成立）", true],
  ])("%s: %s", (kind, label, nobody) => {
    const [first, second] = officesOf(form, kind === undefined ? {} : { ownersBodyKind: kind });

    expect(first).toMatchObject({ label, nobody });
    expect(second).toMatchObject({ label: "属地社区意见", nobody: false });
  });
});

describe("what is said about a paper is none of its opinion", () => {
  test.each([
    ["业委会 同意 8月18日盖的章", [agreed("ownersCommittee", "2023-08-18")]],
    ["街道8月21日改同意了", [agreed("subdistrict", "2023-08-21")]],
    [
      "社区同意推荐8月19日陈志强签的",
      [{ ...agreed("neighborhood", "2023-08-19"), text: "同意推荐", signer: "陈志强" }],
    ],
  ])("%s", (text, opinions) => {
    expect(read(text)).toEqual({ ok: true, opinions });
  });

  test.each([
    "街道 同意 8月20日不对是二十一号",
    "社区 同意 8月20日 对了街道还没盖章",
    "社区 同意 8月20日 嗯等一下",
    "社区 同意 8月20日 主任签的",
  ])("%s is asked about", (text) => {
    expect(read(text)).toMatchObject({ ok: false });
  });
});

test.each([
  ["街道意见改为同意 9月6日", "agrees"],
  ["街道意见由不同意改为同意，9月6日", "agrees"],
  ["街道意见从同意改成不同意 9月6日", "disagrees"],
  ["街道意见原不同意，现改为同意 9月6日", "agrees"],
  ["街道意见应为同意，9月6日", "agrees"],
  ["街道意见更正为同意，日期9月6日", "agrees"],
  ["街道意见：同意（改） 9月6日", "agrees"],
])("%s: what it was before is none of it", (said, stance) => {
  const read = readOpinions(said, new Map([["subdistrict", ["街道"]]]), { today: civilDate("2023-09-10"), year: 2023 });
  expect(read).toEqual({ ok: true, opinions: [{ office: "subdistrict", stance, givenOn: "2023-09-06" }] });
});

test("what an opinion says is stored with its punctuation", () => {
  const text = "同意推荐（两期均已核实），请按程序报送";
  expect(read(`社区 ${text} 9月5日`)).toEqual({
    ok: true,
    opinions: [{ ...agreed("neighborhood", "2023-09-05"), text }],
  });
});

describe("the district's bureau by its bare name", () => {
  const bureau = (givenOn: string) => agreed("districtBureau", givenOn);
  const street = (givenOn: string) => agreed("subdistrict", givenOn);
  test.each([
    [
      "业委会8-25同意 社区8-26同意 街道同意8-27 局同意8-28",
      [
        agreed("ownersCommittee", "2023-08-25"),
        agreed("neighborhood", "2023-08-26"),
        street("2023-08-27"),
        bureau("2023-08-28"),
      ],
    ],
    ["街道同意8-27、建设局同意8-28", [street("2023-08-27"), bureau("2023-08-28")]],
    ["街道 同意 8-26 住建局 同意 8.28", [street("2023-08-26"), bureau("2023-08-28")]],
    ["街道 同意 8-26 住房和城乡建设局 同意 8.28", [street("2023-08-26"), bureau("2023-08-28")]],
    ["街道、局同意8-28", [street("2023-08-28"), bureau("2023-08-28")]],
    ["局意见：同意，8月28日", [bureau("2023-08-28")]],
    ["街道\t同意\t8月27日\n局\t同意\t8月28日", [street("2023-08-27"), bureau("2023-08-28")]],
  ])("%s", (text, opinions) => {
    expect(read(text, zhuji)).toEqual({ ok: true, opinions });
  });

  test.each([
    "街道同意 9-5 局没盖",
    "街道同意 9-5 城管局同意",
    "街道同意 9-5 城管局",
    "街道同意 9-5，市局没盖",
    "街道\t同意，城管局也同意\t9月5日",
    "街道\t同意，社区没盖\t9月5日",
    "局长同意 9-5",
    "建设局宿舍 同意 9-5",
  ])("%s is asked about", (text) => {
    expect(read(text, zhuji)).toMatchObject({ ok: false });
  });

  test("a bureau to which an office reports is no opinion of its own", () => {
    const text = "同意上报市住建局";
    expect(read(`街道\t${text}\t9月5日`)).toEqual({ ok: true, opinions: [{ ...street("2023-09-05"), text }] });
  });
});

test.each([
  "业委会同意8.20 社区同意8.25 街道同意8.26 局里也同意",
  "街道同意8.26，我局也同意",
  "街道同意8.26 城管局里也同意",
])("%j: what the bureau says is no part of what the subdistrict says", (said) => {
  expect(read(said).ok).toBe(false);
});
