import { describe, expect, it } from 'vitest';
import { readPlainCalls } from '../../../src/read/template/plain-calls.js';
import { fileText } from '../../../src/read/source/source-text.js';
import { parseTemplate } from '../../../src/read/template/parse-template.js';

const plain = [
  '规上工业增加值达{{figure "industry.added"}}，{{change "industry.added"}}。',
  '{{label  "a"}}{{figure "a"}}',
  '一段。\n\n  {{figure "a.b"}}  \n\n- 一项{{rank "中 文"}}\n',
  '括号 } 和 }} 与 { 都是字：{{figure ""}} }',
  '全角空格\u3000{{figure "甲\u3000乙"}}\u00a0完',
];
const other = [
  '{{figure "a"}}{{#if b}}c{{/if}}',
  '{{{figure "a"}}}',
  '{{figure "a" places=1}}',
  '{{figure a}}',
  '{{name}}',
  '\\{{figure "a"}}',
  '{{~figure "a"~}}',
  "{{figure 'a'}}",
  '{{else "a"}}',
  '{{this "a"}}',
  '{{null "a"}}',
  '{{figure "a}}',
  '{{figure "a"}',
  '{{> part}}',
  '{{figure "a\\"b"}}',
  '{{!}}',
  '{{figure "a"}}}',
];

describe('plain calls', () => {
  it.each(plain)('are read as Handlebars reads them: %s', (text) => {
    const read = readPlainCalls(fileText('words.md', text));
    expect(read).not.toBeNull();
    // A comment is nothing to a template, but is no plain call.
    const whole = parseTemplate(fileText('words.md', `${text}{{!}}`), ({ message }) => {
      throw new Error(message);
    });
    expect(read).toEqual(whole!.program);
  });

  it.each(other)('are not all that Handlebars knows: %s', (text) => {
    expect(readPlainCalls(fileText('words.md', text))).toBeNull();
  });
});
