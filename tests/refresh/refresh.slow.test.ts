/** Some edit histories, at every run. */
import { describeHistories } from './refreshed-histories.js';

describeHistories(1, 10);
