import { parse } from '/web/json.js';
import { equal, throws } from './assert.js';

export default {
  'numbers that JSON cannot write arrive as numbers'() {
    equal(parse('{"loss":"NaN","up":["Infinity",1],"down":"-Infinity"}'), {
      loss: NaN,
      up: [Infinity, 1],
      down: -Infinity,
    });
  },

  'a text that only mentions such a number stays a text'() {
    equal(parse('{"message":"It became NaN.","n":"NaN"}'), { message: 'It became NaN.', n: NaN });
  },

  'what is not JSON is refused'() {
    return throws(() => parse('{"a":'), 'JSON');
  },
};
