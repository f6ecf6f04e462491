/** 不变, y, 撤, 查, 交了, 下同, 够了就这样, 满: an order, an answer or a pointer, and no reason. */
const NOTHING =
  /^(?:不变|不改|不动|照旧|照样|原样|一样|维持(?:原分|不变)?|[a-z]|ok(?:ay)?|no|yes|[撤查交删改报退过略满好行对是否]了?|交(?:了吧|上去了?)|(?:可以|够|行|好|完|对)了(?:[，,\s]*就?(?:这样|这些))?|就(?:这样|这些|这么定)|(?:[下前后]同|上同|同[上下前后])(?:[面条项个]|一[条项个])?|满分?|略过|没了)[吧了啊呀的。.!！]*$/iu;
/** 同东方, 跟江滨一样; 同一…, 同步…, 同意… begin a reason. */
const AS_ANOTHER =
  /^(?:同(?![一步意时级类期样比行事志住质城等楼层幢栋单户门口价心工名])\p{Script=Han}{2,6}|[同跟和与照按]\p{Script=Han}{2,8}(?:一样|相同|那[样个边]))$/u;

export const saysNothing = (reason: string): boolean => NOTHING.test(reason) || AS_ANOTHER.test(reason);
