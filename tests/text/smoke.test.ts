import { it } from 'vitest';
import { setParagraph } from '../../src/text/set-paragraph.js';
import { content, fonts, run } from './sample-theme.js';
it('x', () => {
  const p = setParagraph(content([run('2024年，慈溪市“创新指数”跃居全省第七，规上工业增加值达546.6亿元，'), run('同比增长8.1%', { whole: true }), run('；城镇居民人均可支配收入超7.9万元——首破万亿元……“十四五”规划GDP收官（完）。')], { align: 'justify', firstIndent: 20 }), 160, fonts);
  for (const l of p.lines) console.log(l.baseline, l.width.toFixed(2), l.fragments.map((f) => f.x.toFixed(1) + ':' + f.text).join('|'), l.fragments[0]!.advances.map((a) => +a.toFixed(2)).join(' '));
});
