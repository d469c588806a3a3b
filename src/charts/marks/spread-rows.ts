/** Rows that would lie upon each other moved apart, each as little as may be. */
import type { Pt } from '../../model/length.js';

export interface SpreadRow {
  /** Where its middle would stand. */
  readonly wanted: Pt;
  readonly height: Pt;
}

interface Cluster {
  readonly rows: readonly SpreadRow[];
  readonly height: Pt;
  readonly top: Pt;
}

/**
 * The middle of each row, for rows from the top down, within `top` to `bottom`: what overlaps is joined to a cluster,
 * which stands where its rows are off by least in the mean (isotonic regression by pooling). What is higher than the
 * room stands from `top` on.
 */
export function spreadRows(rows: readonly SpreadRow[], top: Pt, bottom: Pt): readonly Pt[] {
  const clusters: Cluster[] = [];
  for (const row of rows) {
    let next = clusterOf([row], top, bottom);
    for (let last = clusters.at(-1); last !== undefined && last.top + last.height > next.top; last = clusters.at(-1)) {
      clusters.pop();
      next = clusterOf([...last.rows, ...next.rows], top, bottom);
    }
    clusters.push(next);
  }
  return clusters.flatMap((cluster) => {
    let at = cluster.top;
    return cluster.rows.map(({ height }) => {
      at += height;
      return at - height / 2;
    });
  });
}

function clusterOf(rows: readonly SpreadRow[], top: Pt, bottom: Pt): Cluster {
  let height = 0;
  let off = 0;
  for (const row of rows) {
    off += row.wanted - row.height / 2 - height;
    height += row.height;
  }
  return { rows, height, top: Math.max(top, Math.min(off / rows.length, bottom - height)) };
}
