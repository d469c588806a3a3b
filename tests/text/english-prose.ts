/** English prose as a report in that language has it, and with Chinese around it. */
export const english =
  'Manufacturing remained the backbone of the local economy throughout the year, and industrial enterprises above the designated size ' +
  'accelerated their transformation towards intelligent production. Household appliances, automotive components and bearings continued to account for ' +
  'the greater part of industrial output, while emerging industries expanded considerably faster than traditional ones. The municipal government ' +
  'simplified administrative procedures, strengthened environmental supervision and encouraged private investment in infrastructure.';

export const mixed =
  '推进“智能家电”international cooperation，与representatives of manufacturing associations签署strategic agreements，共建innovation laboratories。';
