// A page that is only read needs no more than the choice of colours.
import { iconButton } from './dom.js';
import { mountTheme } from './theme.js';

const theme = iconButton('system', 'Colours', () => {});
document.getElementById('tools')?.append(theme);
mountTheme(theme);
