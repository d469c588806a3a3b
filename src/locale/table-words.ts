/** Words that tables made by briefkit print, and what is said of a table to those who cannot see it. */

/** Of the register of figures. */
export const registerWords = { label: '指标', value: '数值', change: '增减', rank: '位次', standing: '增减或位次', period: '时期', source: '来源', note: '备注', none: '—', caption: '指标总表' } as const;

/** 表格：创新与产业主要指标，9行，列有指标、数值、同比或位次。 */
export function tableAlt(caption: string, head: readonly string[], rows: number): string {
  const columns = head.filter((text) => text !== '');
  return `表格${caption === '' ? '' : `：${caption}`}，${rows}行${columns.length === 0 ? '' : `，列有${columns.join('、')}`}。`;
}
