/** The theme as one document of a bundle has it: its own page, styles and fonts over the theme's. */
import type { DocumentSpec } from '../../model/document-spec.js';
import { fontRoles } from '../../model/theme.js';
import type { Medium, Theme, ThemeFont } from '../../model/theme.js';

/** Whether the document looks in any way other than the theme says. */
export const hasOwnLook = ({ look }: DocumentSpec): boolean =>
  look.page !== null ||
  look.margin !== null ||
  Object.keys(look.styles).length > 0 ||
  Object.keys(look.fonts).length > 0;

/** The first wish whose files are all there; a brand's family goes before it. */
const takeFont = (own: ThemeFont, wishes: readonly ThemeFont[], has: (path: string) => boolean): ThemeFont => {
  const wish = wishes.find(({ regular, bold }) => [...regular, ...bold].every(has));
  if (wish === undefined) return own;
  const branded = (paths: readonly string[]): readonly string[] => paths.filter((path) => path.startsWith('family:'));
  return {
    ...wish,
    regular: [...branded(own.regular), ...wish.regular, ...own.regular],
    bold: [...branded(own.bold), ...wish.bold, ...own.bold],
  };
};

/** @param hasFont whether the file of a font is there. */
export function withDocumentLook(theme: Theme, spec: DocumentSpec, hasFont: (path: string) => boolean): Theme {
  const { look, medium } = spec;
  const part = medium === 'slides' ? 'deck' : 'paper';
  const own: Medium = theme[part];
  return {
    ...theme,
    fonts: Object.fromEntries(
      fontRoles.map((role) => [role, takeFont(theme.fonts[role], look.fonts[role] ?? [], hasFont)]),
    ) as Theme['fonts'],
    [part]: {
      page: look.page ?? own.page,
      margin: look.margin ?? own.margin,
      styles: { ...own.styles, ...look.styles },
    },
  };
}
