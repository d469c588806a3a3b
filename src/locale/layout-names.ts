/**
 * What the names of slide layouts say in several languages. A hint beside geometry and types, never a key: templates
 * are named as their makers liked.
 */

/**
 * `special` layouts are for one thing that a report's slides do not show: a quotation, a name card, a picture alone.
 */
export type LayoutSense = 'cover' | 'divider' | 'closing' | 'special';

const senses: Readonly<Record<LayoutSense, RegExp>> = {
  cover:
    /title slide|^title$|cover|titelfolie|titelseite|page de titre|diapositive de titre|couverture|diapositiva de t[ií]tulo|portada|capa|copertina|titolo|титульный|タイトル スライド|表紙|제목 슬라이드|표지|封面|封皮|标题幻灯片|標題投影片/i,
  divider:
    /section|divider|chapter|transition|abschnitt|kapitel|trenn|chapitre|secci[oó]n|se[cç][aã]o|sezione|раздел|セクション|구역|章节|章節|节标题|節標題|过渡|過渡|分隔|转场/i,
  closing:
    /thank|closing|end slide|^end\b|^ende\b|schluss|abschluss|danke|merci|gracias|obrigad|grazie|fin\b|спасибо|ありがとう|終わり|감사|致谢|致謝|谢谢|感谢|结束|結尾|封底|尾页|尾頁/i,
  special:
    /quote|zitat|citation|cita\b|name card|true or false|caption|big fact|number|statement|agenda|team|photo|bild mit|引用|名片|图片与标题|圖片/i,
};

export const layoutNamed = (name: string, sense: LayoutSense): boolean => senses[sense].test(name);
