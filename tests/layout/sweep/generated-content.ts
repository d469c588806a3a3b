/**
 * Reports of every shape from a seed: none to a dozen charts, narrow and wide tables, no words or two thousand, in
 * both languages. All of it is invented.
 */

/** The same numbers for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const english =
  'market plant order margin quarter region service export delivery customer cost supply growth share team product'.split(
    ' ',
  );
const chinese = '产业项目服务城乡生态民生创新质量安全教育医疗交通农业贸易投资消费建设改革开放发展'.match(/../gu)!;
const charts = ['bar', 'column', 'line', 'doughnut', 'area', 'waterfall'] as const;

export interface Generated {
  /** Files of the report's folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly language: 'en' | 'zh-CN';
  readonly theme: string;
}

export function generateReport(seed: number, themes: readonly string[]): Generated {
  const random = seeded(seed * 7919 + 17);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)]!;
  const language = random() < 0.5 ? 'en' : 'zh-CN';
  const isChinese = language === 'zh-CN';
  const theme = themes[seed % themes.length]!;
  const word = (): string => pick(isChinese ? chinese : english);
  /** A text of about so many letters. */
  const line = (letters: number): string => {
    let text = '';
    while (text.length < letters) text += `${text === '' || isChinese ? '' : ' '}${word()}`;
    const cut = text.slice(0, Math.max(letters, 2)).trim();
    return isChinese ? cut : cut.charAt(0).toUpperCase() + cut.slice(1);
  };
  const sentence = (words: number): string => line(words * (isChinese ? 2 : 7)) + (isChinese ? '。' : '.');
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

  const figureCount = whole(1, 12);
  const units = isChinese ? ['亿元', '%', '个', '万人', '公里'] : ['%', 'km', 'USD million', '', 'parts per million'];
  const rows = ['id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note'];
  const figures = Array.from({ length: figureCount }, (_, index) => {
    const change = random() < 0.5 ? `${whole(1, 300) / 10},%,${isChinese ? '同比' : 'year on year'}` : ',,';
    rows.push(
      `f${index},${line(whole(4, 22))} ${index},${whole(1, 99999) / 10},${pick(units)},,2024,${change},,,higher,invented,`,
    );
    return `f${index}`;
  });

  const files: Record<string, string> = { 'figures.csv': `${rows.join('\n')}\n` };
  const chartYaml: string[] = [];
  const tableYaml: string[] = [];
  const series = ['name,a,b'];
  const categories = whole(2, 14);
  for (let row = 0; row < categories; row++)
    series.push(`${isChinese ? `第${row + 1}项` : `Item ${row + 1}`},${whole(10, 900)},${whole(10, 900)}`);
  files['tables/series.csv'] = `${series.join('\n')}\n`;
  tableYaml.push('  series: { file: tables/series.csv }');
  const chartIds = Array.from({ length: whole(0, 12) }, (_, index) => {
    const two = random() < 0.4 ? ', b' : '';
    const kind = pick(charts);
    const columns = kind === 'doughnut' || kind === 'waterfall' ? 'a' : `a${two}`;
    chartYaml.push(
      `  c${index}: { type: ${kind}, title: ${quote(line(whole(5, 24)))}, table: series, category: name, series: [${columns}] }`,
    );
    return `c${index}`;
  });
  const tableIds = Array.from({ length: whole(0, 5) }, (_, index) => {
    const columns = whole(2, 14);
    const height = whole(1, 60);
    const cell = (column: number): string => (column === 0 ? line(whole(3, 14)) : String(whole(1, 99999) / 10));
    const head = Array.from(
      { length: columns },
      (_none, column) => line(isChinese ? whole(2, 4) : whole(3, 6)).replaceAll(' ', '') + column,
    );
    const body = Array.from({ length: height }, () =>
      Array.from({ length: columns }, (_none, column) => cell(column)).join(','),
    );
    files[`tables/t${index}.csv`] = `${head.join(',')}\n${body.join('\n')}\n`;
    tableYaml.push(`  t${index}: { file: tables/t${index}.csv, caption: ${quote(line(whole(5, 20)))} }`);
    return `t${index}`;
  });

  const waitingCharts = [...chartIds];
  const waitingTables = [...tableIds];
  const sections: string[] = [];
  let finding = 0;
  for (let section = 0; section < whole(1, 4); section++) {
    sections.push(`  - id: s${section}`, `    title: ${quote(line(whole(5, 30)))}`);
    if (random() < 0.5) sections.push(`    lead: ${quote(sentence(whole(4, 20)))}`);
    if (random() < 0.5) sections.push(`    figures: [${figures.slice(0, whole(1, 4)).join(', ')}]`);
    sections.push('    findings:');
    for (let count = whole(1, 4); count > 0; count--) {
      const words = random() < 0.5 ? whole(0, 60) : whole(60, 500);
      sections.push(`      - id: n${finding}`, `        title: ${quote(`${line(whole(5, 80) - 3)} ${finding}`)}`);
      if (random() < 0.4) sections.push(`        subtitle: ${quote(line(whole(5, 40)))}`);
      const points = Array.from({ length: whole(0, 6) }, () => `          - ${sentence(whole(2, 16))}`);
      if (points.length > 0) sections.push('        points: |-', ...points);
      if (words > 0) {
        files[`narrative/n${finding}.md`] =
          `${Array.from({ length: Math.ceil(words / 60) }, () => sentence(Math.min(words, 30)) + sentence(Math.min(words, 30))).join('\n\n')}\n`;
        sections.push(`        narrative: narrative/n${finding}.md`);
      }
      const shown = waitingCharts.splice(0, pick([0, 0, 1, 1, 1, 2, 3]));
      const tabled = waitingTables.splice(0, pick([0, 0, 1, 1, 2]));
      if (shown.length > 0) sections.push(`        charts: [${shown.join(', ')}]`);
      if (tabled.length > 0) sections.push(`        tables: [${tabled.join(', ')}]`);
      if (random() < 0.4) sections.push(`        figures: [${figures.slice(0, whole(1, 8)).join(', ')}]`);
      finding++;
    }
  }
  const report = [
    'bundle: annual-briefing',
    `theme: ${theme}`,
    `locale: ${language}`,
    'outputs: [deck.pptx, briefing.pdf]',
    `title: ${quote(line(whole(5, 40)))}`,
    `slogan: ${quote(line(8))}`,
    `place: ${quote(line(4))}`,
    "period: '2024'",
    "edition: '2025'",
    "date: '2025-01-31'",
    `author: ${quote(line(6))}`,
    `subject: ${quote(line(8))}`,
    `footer: ${quote(line(10))}`,
    ...(isChinese ? [] : ['units: [km, USD million, parts per million]']),
    ...(random() < 0.7 ? [`highlights: [${figures.slice(0, whole(1, 9)).join(', ')}]`] : []),
    'sections:',
    ...sections,
    ...(chartYaml.length === 0 ? [] : ['charts:', ...chartYaml]),
    ...(tableYaml.length === 0 ? [] : ['tables:', ...tableYaml]),
    'figures: figures.csv',
    '',
  ].join('\n');
  return { files: { ...files, 'report.yaml': report }, language, theme };
}
