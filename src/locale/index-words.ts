/** What the page that lists the reports of a batch says. */
import { isChinese } from './language.js';

export interface IndexWords {
  /** Of its columns. */
  readonly heads: readonly [report: string, title: string, file: string, pages: string];
  readonly heading: (built: number, all: number) => string;
}

const chinese: IndexWords = {
  heads: ['报告', '题目', '文件', '页数'],
  heading: (built, all) => (built === all ? `${all}份报告` : `${all}份报告，已生成${built}份`),
};

const english: IndexWords = {
  heads: ['Report', 'Title', 'File', 'Pages'],
  heading: (built, all) => {
    const reports = all === 1 ? '1 report' : `${all} reports`;
    return built === all ? reports : `${reports}, ${built} built`;
  },
};

/** @param language BCP 47. */
export const indexWords = (language: string): IndexWords => (isChinese(language) ? chinese : english);
