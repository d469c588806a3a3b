/** The style of a deck's tables where no template has one. */
import { ruledTables } from '../../../model/tables/row-look.js';
import type { TableLook } from '../../../model/theme.js';
import { guidOf } from '../../../powerpoint/identity/guid.js';

export const ownTableStyle = guidOf('briefkit: table style');

/** What text of a style's cells is set in where its look leaves it to the text. */
export const plainCellColor = { slot: 'dk1' } as const;

/** The style that a deck's tables name, with what it says. */
export interface TableStyleInForce {
  readonly id: string;
  readonly said: TableLook;
}

/** Where no template has one. */
export const ownTables: TableStyleInForce = {
  id: ownTableStyle,
  said: {
    ...ruledTables,
    head: { ...ruledTables.head, color: plainCellColor, bold: true },
    body: { ...ruledTables.body, color: plainCellColor },
    total: { ...ruledTables.total, color: plainCellColor, bold: true },
  },
};
