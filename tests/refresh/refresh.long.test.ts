/** Further edit histories; `BRIEFKIT_HISTORIES=200` follows two hundred. */
import { describeHistories } from './refreshed-histories.js';

describeHistories(1001, 30);
