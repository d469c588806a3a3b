import { describe, expect, it } from 'vitest';
import { RecordingContext } from '../../../../src/charts/chartjs/recording/recording-context.js';
import type { DrawingOperation, PathStep } from '../../../../src/model/drawing.js';

/** Every character is half as wide as it is high. */
const measure = {
  width: (text: string, size: number) => ([...text].length * size) / 2,
  ascent: () => 0.88,
  descent: () => 0.12,
};

function record(draw: (context: RecordingContext) => void): {
  operations: readonly DrawingOperation[];
  lacks: readonly string[];
} {
  const lacks: string[] = [];
  const context = new RecordingContext({ width: 100, height: 100 }, measure, (operation) => lacks.push(operation));
  draw(context);
  return { operations: context.finish().operations, lacks };
}

const pathOf = (operations: readonly DrawingOperation[]): readonly PathStep[] => {
  const [first] = operations;
  if (first === undefined || !('path' in first)) throw new Error('nothing with a path was drawn');
  return first.path;
};
const endOf = (step: PathStep | undefined): number[] =>
  (step ?? []).slice(-2).map((number) => Math.round(Number(number) * 1000) / 1000 + 0);

describe('a recorded path', () => {
  it('goes through the matrix that holds when each point is named', () => {
    const { operations } = record((context) => {
      context.translate(10, 20);
      context.scale(2, 2);
      context.moveTo(1, 1);
      context.resetTransform();
      context.lineTo(5, 5);
      context.fill();
    });
    expect(pathOf(operations)).toEqual([
      ['M', 12, 22],
      ['L', 5, 5],
    ]);
  });

  it('draws a whole circle, a backwards arc and a turned ellipse', () => {
    const whole = record((context) => {
      context.arc(50, 50, 10, 0, Math.PI * 2);
      context.fill();
    });
    expect(
      pathOf(whole.operations)
        .map(([letter]) => letter)
        .join(''),
    ).toBe('MCCCC');
    expect(endOf(pathOf(whole.operations).at(-1))).toEqual([60, 50]);
    const backwards = record((context) => {
      context.arc(0, 0, 10, 0, Math.PI / 2, true);
      context.fill();
    });
    expect(
      pathOf(backwards.operations)
        .map(([letter]) => letter)
        .join(''),
    ).toBe('MCCC');
    const turned = record((context) => {
      context.ellipse(0, 0, 10, 5, Math.PI / 2, 0, Math.PI / 2);
      context.fill();
    });
    expect(pathOf(turned.operations).map(endOf)).toEqual([
      [0, 10],
      [-5, 0],
    ]);
  });

  it('rounds the corner that arcTo names', () => {
    const { operations } = record((context) => {
      context.moveTo(0, 0);
      context.arcTo(10, 0, 10, 10, 4);
      context.lineTo(10, 10);
      context.stroke();
    });
    expect(pathOf(operations).map(endOf)).toEqual([
      [0, 0],
      [6, 0],
      [10, 4],
      [10, 10],
    ]);
    const sharp = record((context) => {
      context.moveTo(0, 0);
      context.arcTo(5, 0, 10, 0, 4);
      context.stroke();
    });
    expect(pathOf(sharp.operations).map(endOf)).toEqual([
      [0, 0],
      [5, 0],
    ]);
  });

  it('shrinks the corners of a rectangle that is too small for them', () => {
    const { operations } = record((context) => {
      context.roundRect(0, 0, 10, 10, [20, 0, 0, 0]);
      context.fill();
    });
    expect(endOf(pathOf(operations)[0])).toEqual([10, 0]);
  });

  it('leaves out a step that is not a number, as the standard says', () => {
    const { operations } = record((context) => {
      context.moveTo(1, 1);
      context.arc(0, 0, 5, Number.NaN, 1);
      context.lineTo(2, 2);
      context.stroke();
    });
    expect(pathOf(operations)).toEqual([
      ['M', 1, 1],
      ['L', 2, 2],
    ]);
  });

  it('turns a quadratic curve into a cubic one', () => {
    const { operations } = record((context) => {
      context.moveTo(0, 0);
      context.quadraticCurveTo(3, 6, 6, 0);
      context.stroke();
    });
    expect(pathOf(operations)[1]).toEqual(['C', 2, 4, 4, 4, 6, 0]);
  });
});

describe('recorded paint', () => {
  it("keeps width, dash and its offset in the drawing's measure", () => {
    const { operations } = record((context) => {
      context.scale(2, 2);
      context.lineWidth = 1.5;
      context.setLineDash([1, 2, 3]);
      context.lineDashOffset = 4;
      context.moveTo(0, 0);
      context.lineTo(1, 0);
      context.stroke();
    });
    expect(operations[0]).toMatchObject({ kind: 'stroke', width: 3, dash: [2, 4, 6, 2, 4, 6], dashOffset: 8 });
  });

  it("keeps a line's width under an uneven matrix", () => {
    const { operations } = record((context) => {
      context.moveTo(0, 0);
      context.lineTo(10, 0);
      context.scale(3, 1);
      context.stroke();
    });
    expect(operations.map(({ kind }) => kind)).toEqual(['save', 'transform', 'stroke', 'restore']);
  });

  it('reads colours however they are written, and works alpha in', () => {
    const paints = ['red', '#0f0', '#0000ff80', 'rgba(1,2,3,0.5)', 'hsl(0,0%,100%)'].map(
      (style) =>
        record((context) => {
          context.fillStyle = style;
          context.globalAlpha = 0.5;
          context.fillRect(0, 0, 1, 1);
        }).operations[0],
    );
    expect(
      paints.map((operation) =>
        operation?.kind === 'fill' && operation.paint.kind === 'solid'
          ? [operation.paint.hex, Math.round(operation.paint.alpha * 100)]
          : null,
      ),
    ).toEqual([
      ['#ff0000', 50],
      ['#00ff00', 50],
      ['#0000ff', 25],
      ['#010203', 25],
      ['#ffffff', 50],
    ]);
  });

  it('moves gradients with the matrix', () => {
    const { operations } = record((context) => {
      const gradient = context.createLinearGradient(0, 0, 10, 0);
      gradient.addColorStop(0, '#000');
      gradient.addColorStop(1, 'rgba(255,255,255,0.5)');
      context.translate(5, 5);
      context.fillStyle = gradient;
      context.fillRect(0, 0, 10, 10);
    });
    expect(operations[0]).toMatchObject({
      paint: {
        kind: 'linear',
        from: [5, 5],
        to: [15, 5],
        stops: [
          { offset: 0, hex: '#000000' },
          { offset: 1, alpha: 0.5 },
        ],
      },
    });
  });

  it('clips with both rules, and ends the clip with its state', () => {
    const { operations } = record((context) => {
      context.save();
      context.rect(0, 0, 10, 10);
      context.clip('evenodd');
      context.fillRect(0, 0, 5, 5);
      context.restore();
      context.fillRect(0, 0, 5, 5);
    });
    expect(operations.map((operation) => (operation.kind === 'clip' ? operation.rule : operation.kind))).toEqual([
      'save',
      'evenodd',
      'fill',
      'restore',
      'fill',
    ]);
  });

  it('lets nothing through a clip without a path', () => {
    expect(
      record((context) => {
        context.clip();
        context.fillRect(0, 0, 5, 5);
      }).operations[1],
    ).toMatchObject({ kind: 'clip', path: [['M', 0, 0], ['Z']] });
  });

  it("draws a pattern in grey, a conic gradient in its first colours, and a shadow's shape without it", () => {
    const { operations } = record((context) => {
      context.fillStyle = context.createPattern();
      context.shadowColor = '#000';
      context.shadowOffsetX = 3;
      context.fillRect(0, 0, 5, 5);
    });
    expect(operations).toEqual([
      expect.objectContaining({ kind: 'fill', paint: { kind: 'solid', hex: '#808080', alpha: 1 } }),
    ]);
  });

  it('places pictures of PNG bytes with the matrix', () => {
    const { operations } = record((context) => {
      context.translate(3, 4);
      context.drawImage({ png: new Uint8Array(1), width: 8, height: 6 }, 1, 2);
    });
    expect(operations[1]).toMatchObject({ kind: 'transform', matrix: [1, 0, 0, 1, 3, 4] });
    expect(operations[2]).toMatchObject({ kind: 'image', x: 1, y: 2, width: 8, height: 6 });
  });

  it('records no state that clips nothing', () => {
    expect(
      record((context) => {
        context.save();
        context.fillRect(0, 0, 1, 1);
        context.restore();
      }).operations,
    ).toHaveLength(1);
  });

  it('starts anew when all is cleared', () => {
    expect(
      record((context) => {
        context.fillRect(0, 0, 1, 1);
        context.clearRect(0, 0, 100, 100);
      }).operations,
    ).toEqual([]);
  });
});

describe('recorded text', () => {
  it.each([
    ['left', 50],
    ['start', 50],
    ['center', 40],
    ['right', 30],
    ['end', 30],
  ] as const)('aligned %s starts at %d', (align, x) => {
    const { operations } = record((context) => {
      context.font = '10px body';
      context.textAlign = align;
      context.fillText('一二三四', 50, 50);
    });
    expect(operations[0]).toMatchObject({ kind: 'text', x, y: 50, size: 10, bold: false });
  });

  it.each([
    ['alphabetic', 50],
    ['top', 58.8],
    ['bottom', 48.8],
    ['middle', 53.7],
  ] as const)('on the %s baseline stands at %d', (baseline, y) => {
    const { operations } = record((context) => {
      context.font = 'bold 10px body';
      context.textBaseline = baseline;
      context.fillText('一', 0, 50);
    });
    expect(operations[0]).toMatchObject({ y, bold: true });
  });

  it('turns with the matrix', () => {
    const { operations } = record((context) => {
      context.translate(10, 10);
      context.rotate(Math.PI / 2);
      context.fillText('一', 0, 0);
    });
    expect(operations.map(({ kind }) => kind)).toEqual(['save', 'transform', 'text', 'restore']);
  });

  it('counts letter spacing into its width', () => {
    const { operations } = record((context) => {
      context.font = '10px body';
      context.letterSpacing = '2px';
      context.textAlign = 'right';
      context.fillText('一二', 50, 50);
    });
    expect(operations[0]).toMatchObject({ x: 36, letterSpacing: 2 });
  });

  it('takes letter spacing in em of its size', () => {
    const { operations } = record((context) => {
      context.font = '10px body';
      context.letterSpacing = '0.1em';
      context.fillText('一二', 0, 50);
    });
    expect(operations[0]).toMatchObject({ letterSpacing: 1 });
  });

  it('that is outlined keeps the width and the colour of its line', () => {
    const { operations, lacks } = record((context) => {
      context.font = '10px body';
      context.strokeStyle = '#ff0000';
      context.lineWidth = 3;
      context.textAlign = 'center';
      context.strokeText('一二', 50, 50);
    });
    expect(operations).toEqual([
      expect.objectContaining({
        kind: 'text',
        text: '一二',
        x: 45,
        outline: 3,
        paint: { kind: 'solid', hex: '#ff0000', alpha: 1 },
      }),
    ]);
    expect(lacks).toEqual([]);
  });

  it('is words even where a number is given', () => {
    expect(
      record((context) => {
        context.fillText(5.25, 0, 0);
      }).operations[0],
    ).toMatchObject({ text: '5.25' });
  });

  it('is squeezed into the width that the caller allows', () => {
    const { operations } = record((context) => {
      context.font = '10px body';
      context.fillText('一二', 0, 0, 5);
    });
    expect(operations[1]).toMatchObject({ kind: 'transform', matrix: [0.5, 0, 0, 1, 0, 0] });
  });
});

describe('what cannot be recorded', () => {
  it('is said, once each', () => {
    const { lacks } = record((context) => {
      context.shadowColor = '#000';
      context.shadowBlur = 4;
      context.fillRect(0, 0, 1, 1);
      context.fillRect(0, 0, 1, 1);
      context.globalCompositeOperation = 'multiply';
      context.filter = 'blur(2px)';
      context.setLineDash([1, 1]);
      context.strokeText('一', 0, 0);
      context.letterSpacing = 'wide';
      context.fontStretch = 'condensed';
      context.fontVariantCaps = 'small-caps';
      context.wordSpacing = '2px';
      context.direction = 'rtl';
      context.font = 'italic 10px body';
      context.fillText('一', 0, 0);
      context.fill({});
      context.isPointInPath();
      context.putImageData();
      context.clearRect(5, 5, 5, 5);
      context.createPattern();
      context.createConicGradient();
      context.fillStyle = 'no colour';
      context.drawImage({}, 0, 0);
    });
    expect(lacks).toEqual([
      'shadows',
      'composite mode multiply',
      'filters',
      'dashed outlines of text',
      'letter spacing "wide"',
      'stretched text',
      'small capitals',
      'word spacing',
      'text from right to left',
      'slanted text',
      'Path2D',
      'asking whether a point is in a path',
      'pixel data',
      'clearing a part of the drawing',
      'patterns',
      'conic gradients',
      'colour "no colour"',
      'pictures that are not PNG bytes, or a part of one',
    ]);
  });
});
