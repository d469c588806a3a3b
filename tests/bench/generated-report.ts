/** A report of any size, on disk: six sections of findings, each with figures, a chart, points and prose. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReportSize {
  /** Each is a slide and a passage of the briefing. */
  readonly findings: number;
  /** Paragraphs of prose of each finding. */
  readonly paragraphs: number;
  /** Prose alone, without charts. */
  readonly prose?: boolean;
}

/** As many as a contents slide holds. */
const sectionCount = 6;
const sentence =
  '全年这一项工作稳步推进，有关部门按月调度、按季通报，重点项目逐一落实到人，群众反映的问题件件有回音，年底前全部完成既定目标。';

export function writeGeneratedReport(folder: string, { findings, paragraphs, prose = false }: ReportSize): void {
  mkdirSync(join(folder, 'narrative'), { recursive: true });
  const rows = ['id,label,value,unit,qualifier,period,change,change_unit,basis,rank,scope,better,source,note'];
  const charts: string[] = [];
  const sections: string[] = [];
  const perSection = Math.ceil(findings / sectionCount);
  for (let finding = 0; finding < findings; finding++) {
    const ids = [0, 1, 2, 3].map((part) => `f${finding}.p${part}`);
    ids.forEach((id, part) =>
      rows.push(
        `${id},第${finding + 1}项之${part + 1},${((finding * 37 + part * 11) % 900) + 100}.5,亿元,,2024,${(part % 9) + 1}.3,%,同比,,,higher,统计站,`,
      ),
    );
    charts.push(
      `  c${finding}: { type: ${['column', 'bar', 'line', 'doughnut'][finding % 4]}, title: 第${finding + 1}项图, figures: [${ids.join(', ')}], unit: 亿元 }`,
    );
    if (finding % perSection === 0)
      sections.push(
        `  - id: s${finding}\n    title: 第${finding / perSection + 1}部分\n    figures: [${ids.join(', ')}]\n    findings:`,
      );
    sections.push(findingYaml(finding, ids, prose));
    writeFileSync(
      join(folder, 'narrative', `n${finding}.md`),
      Array.from(
        { length: paragraphs },
        (_, index) =>
          `{{label "${ids[0]}"}}{{figure "${ids[index % 4]}"}}，{{change "${ids[index % 4]}"}}。${sentence.repeat(3)}\n`,
      ).join('\n'),
    );
  }
  writeFileSync(join(folder, 'figures.csv'), `${rows.join('\n')}\n`);
  writeFileSync(
    join(folder, 'report.yaml'),
    [head, 'sections:', ...sections, ...(prose ? [] : ['charts:', ...charts]), ''].join('\n'),
  );
}

const head = `bundle: annual-briefing
theme: celadon
locale: zh-CN
outputs: [deck.pptx, briefing.pdf]
title: 测量用的报告
slogan: 越来越长
place: 某地
period: '2024'
edition: '2025'
date: '2025-01-31'
author: 某办公室
subject: 测量用的报告
footer: 测量用的报告
highlights: [f0.p0, f0.p1, f0.p2, f0.p3]
figures: figures.csv`;

const findingYaml = (finding: number, ids: readonly string[], prose: boolean): string => `      - id: t${finding}
        title: '第${finding + 1}项{{change "${ids[0]}"}}'
        points: |-
          - 达到{{figure "${ids[0]}"}}，{{change "${ids[0]}"}}
          - 另一项达到{{figure "${ids[1]}"}}
        narrative: narrative/n${finding}.md
        notes: '先说{{figure "${ids[0]}"}}。'
        figures: [${ids.join(', ')}]${prose ? '' : `\n        charts: [c${finding}]`}`;
