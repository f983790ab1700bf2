import { fromSlider, readNumber, toSlider } from '/web/settings.js';
import { close, equal, ok } from './assert.js';

export default {
  'numbers are read as people type them'() {
    equal(['0.05', ' 0,05 ', '\u22120.5', '-3', '1e-3'].map(readNumber), [0.05, 0.05, -0.5, -3, 0.001]);
    ok(['', ' ', 'fast', '1.2.3', '5x'].every((text) => Number.isNaN(readNumber(text))));
  },
  'a slider gives numbers of two digits'() {
    equal([-3, -1.3, 0, 0.47].map(fromSlider), [0.001, 0.05, 1, 3]);
  },
  'a number stands where the slider gives it'() {
    for (const value of [0.0001, 0.05, 0.3, 1, 10]) close(fromSlider(toSlider(value)), value, value * 1e-9);
  },
};
