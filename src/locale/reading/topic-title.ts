/** Titles that name a topic where a finding could stand: 产业情况, Revenue by segment. */

/** A number, a place, or a word by which something is said of the topic. */
const saysSomething =
  /[\d%‰]|[一二三四五六七八九十百千万亿两]+[个项次年倍成位大]|第[一二三四五六七八九十]|[增降升减涨跌超达破居列占领落稳保提扩缩改创获夺完实现推转翻连再首]|高于|低于|好于|优于|快于|慢于|多于|少于|最[高低大小快慢多少好]|仍|已|更|比.{1,8}[高低多少快慢好]|[为是有靠让使把被在]/u;
const chineseTopic =
  /(?:情况|概况|分析|现状|构成|分布|一览|概览|总览|结构|趋势|走势|对比|比较|数据|指标|总表|明细|统计|回顾|说明|介绍|综述)$/u;

const englishTopic =
  /^(?:(?:an? )?(?:overview|summary|analysis|breakdown|review|comparison|distribution|structure|trends?|figures|data|statistics|results|performance|background|highlights|introduction)\b|(?:the )?[\p{L}’' -]+ (?:overview|summary|analysis|breakdown|comparison|distribution|structure|trends?|figures|data|statistics|results|performance|highlights|indicators)$|[\p{L}’' ,&-]+ by (?:[\p{L}-]+)(?: and [\p{L}-]+)?$)/iu;
/** Words of English that only a sentence has: a title with one says something. */
const finite =
  /\b(?:is|are|was|were|has|have|had|will|can|grew|grows?|rose|rises?|fell|falls?|reached|reaches|exceeds?|exceeded|leads?|led|holds?|held|stays?|stayed|remains?|remained|doubled|improved|declined|increased|decreased|outran|outgrew|covers?|paid|carried|drove|drives?|made|makes?|met|missed|beat|beats|lost|won|gained|up|down|more|less|most|least|above|below|ahead|behind)\b/iu;

/** Conservative: what may say something is taken to say it. */
export function isTopicTitle(title: string): boolean {
  const text = title.trim();
  if (/\p{Script=Han}/u.test(text))
    return chineseTopic.test(text) && !saysSomething.test(text.replace(chineseTopic, ''));
  return englishTopic.test(text) && !finite.test(text) && !/\d/.test(text);
}
