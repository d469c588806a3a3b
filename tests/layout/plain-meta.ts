/** What a document of the layout tests says of itself. */
import type { DocumentMeta } from '../../src/model/document.js';

export const plainMeta: DocumentMeta = {
  title: '报告',
  subtitle: '',
  author: '',
  subject: '',
  keywords: [],
  language: 'zh-CN',
  date: '2025-01-01',
  footer: '',
};
