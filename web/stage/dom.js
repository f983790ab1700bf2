export { setAttribute, setHidden, setText } from '../dom.js';
