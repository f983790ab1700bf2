import { fitting, isPlace, numberOf, placeText, readPlace, subjectInWords } from '/web/subject.js';
import { equal } from '/tests/assert.js';

/** @type {import('/web/types.d.ts').Data} */
const data = {
  inputs: 2,
  outputs: 1,
  samples: [
    { x: [0, 0], y: [1] },
    { x: [1, 1], y: [-1] },
  ],
};

export default {
  'a place is written as a sample, and read again'() {
    const place = { x: [0.5, -1e-9], y: [1, 0] };
    equal(placeText(place), '0.5,-1e-9:1,0');
    equal(readPlace(placeText(place)), place);
    equal([isPlace('0.5,1:1'), isPlace('all'), isPlace(3)], [true, false, false]);
  },

  'a sample has a number, and nothing else has one'() {
    equal([numberOf(3), numberOf('all'), numberOf('1,2:1')], [3, -1, -1]);
  },

  'people count samples from 1'() {
    equal(subjectInWords(0), 'sample 1');
    equal(subjectInWords('all'), 'all samples');
    equal(subjectInWords('0.5,-1:1'), 'the place (0.5, −1)');
  },

  'where the data have no such sample, the first one takes its place'() {
    equal([fitting(1, data), fitting(2, data)], [1, 0]);
    equal([fitting('3,4:1', data), fitting('3:1', data), fitting('3,4:1,0', data)], ['3,4:1', 0, 0]);
    equal(fitting('all', data), 'all');
  },
};
