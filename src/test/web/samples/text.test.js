import { cellsOf, columnsOf, csvOf, samplesIn, targetsNamed } from '/web/samples/text.js';
import { equal } from '/tests/assert.js';

const samples = [
  { x: [0.1, -2], y: [1] },
  { x: [1e-7, 3], y: [-1] },
];

export default {
  'columns are named as the network names its inputs and targets'() {
    equal(columnsOf(2, 1), ['x1', 'x2', 'y']);
    equal(columnsOf(1, 3), ['x1', 'y1', 'y2', 'y3']);
  },

  'a file has a head and a line for each sample'() {
    equal(csvOf(samples), 'x1,x2,y\r\n0.1,-2,1\r\n1e-7,3,-1\r\n');
  },

  'columns that are named y are targets'() {
    equal(targetsNamed(['x1', 'y1', 'y2']), [2, 3]);
    equal(targetsNamed(['y', 'height']), [1]);
    equal(targetsNamed(['a', 'b']), []);
    equal(targetsNamed(['y']), []);
  },

  'what stands in cells is read as it was written'() {
    equal(samplesIn(cellsOf(samples), 2, 1e6), { samples, mistake: null });
  },

  'a comma is a point, and an empty row is no sample'() {
    equal(samplesIn([['0,5', '−2', '1'], ['', ' ', '']], 2, 1e6).samples, [{ x: [0.5, -2], y: [1] }]); // prettier-ignore
  },

  'the first mistake is told, and where it is'() {
    const mistakeIn = (/** @type {string[]} */ row) => samplesIn([['1', '2'], row], 1, 1e6).mistake;
    equal(mistakeIn(['', '2']), { row: 1, column: 0, why: 'This cell is empty.' });
    equal(mistakeIn(['1', 'two']), { row: 1, column: 1, why: '“two” is not a number.' });
    equal(mistakeIn(['1', '1e7'])?.why, 'A number must be between −1,000,000 and 1,000,000.');
    equal(mistakeIn(['1', 'Infinity'])?.column, 1);
  },
};
