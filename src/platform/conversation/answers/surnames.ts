/** Surnames of one sign, the common ones and those of the old list; signs that begin other words oftener are left out. */
const SINGLE = new Set(
  "同赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝臧计伏戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿边扈燕冀郏浦尚农温柴瞿阎充慕连茹习宦艾鱼容古易慎戈廖庾暨居衡步耿满弘匡文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶曾沙养鞠须丰巢关蒯查荆红游竺权逯盖益桓肖付尉闫覃涂毋佘佟佴邸展战揣揭冼岳帅苟练缑亢况海福向仝商操楼佀昊牟竹候仉楚税茆寸麦郇漆银尧单斯召阳厚",
);
const DOUBLE =
  /^(?:欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|百里|呼延|南宫|轩辕|长孙|宇文|闻人|澹台|赫连|拓跋|独孤|完颜|单于|申屠)/u;
/** As forms are tried out with: 示例负责人, 甲某. */
const PLACEHOLDER = /^(?:示例|测试)/u;
const NOBODY = /^[某甲乙丙丁戊]/u;

export const isPlaceholder = (name: string): boolean => PLACEHOLDER.test(name);

/** Whether a name of a person begins as one does. */
export const beginsAsName = (name: string): boolean =>
  SINGLE.has([...name][0] ?? "") || DOUBLE.test(name) || NOBODY.test(name);

/** 欧阳 of 欧阳主任: a surname of two signs and no name. */
export const isDoubleSurname = (name: string): boolean => [...name].length === 2 && DOUBLE.test(name);
