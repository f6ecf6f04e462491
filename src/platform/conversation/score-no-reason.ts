/** 不变, y, 撤, 查, 交了, 下同, 够了就这样, 满: an order, an answer or a pointer, and no reason. */
const NOTHING =
  /^(?:不变|不改|不动|照旧|照样|原样|一样|维持(?:原分|不变)?|[a-z]|ok(?:ay)?|no|yes|[撤查交删改报退过略满好行对是否]了?|交(?:了吧|上去了?)|(?:可以|够|行|好|完|对)了(?:[，,\s]*就?(?:这样|这些))?|就(?:这样|这些|这么定)|(?:[下前后]同|上同|同[上下前后])(?:[面条项个]|一[条项个])?|满分?|略过|没了)[吧了啊呀的。.!！]*$/iu;
/** 同东方, 跟江滨一样; 同一…, 同步…, 同意… begin a reason. */
const AS_ANOTHER =
  /^(?:同(?![一步意时级类期样比行事志住质城等楼层幢栋单户门口价心工名])\p{Script=Han}{2,6}|[同跟和与照按]\p{Script=Han}{2,8}(?:一样|相同|那[样个边]))$/u;

/** 8月28, 今天: when, and not why. */
const DATE =
  /^(?:(?:\d{2,4}|[零〇一二三四五六七八九]{2,4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?[。.]?$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|^(?:今天|昨天|前天|今日|昨日)$/u;
/** 不扣了 */
const NOT_OFF = /^(?:这[条项])?(?:不|没有?|无须|不用|不再|别)再?[扣减]分?[了吧的]*$/u;

/** Said with full marks, it is what they say. */
export const takesNothingOff = (reason: string): boolean => NOT_OFF.test(reason);

export const saysNothing = (reason: string): boolean =>
  NOTHING.test(reason) || AS_ANOTHER.test(reason) || DATE.test(reason) || takesNothingOff(reason);
