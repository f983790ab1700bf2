/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').Actions} Actions
 */

/** What the engine takes as a weight or bias, either way. */
export const MAGNITUDE = 1e6;

/**
 * The changes of one parameter that belong together, as those of a drag: one change for undo, and none at all where the first
 * value comes back. Play rests meanwhile: it would spread them over many steps, an edit at each.
 * @param {Store} store @param {Actions} actions
 */
export function createEditing(store, actions) {
  let name = '';
  let first = 0;
  let open = false;
  let resume = false;
  /** What was asked for and is not shown yet. @type {{ name: string, value: number } | null} */
  let wanted = null;

  store.watch(({ busy }) => {
    if (!busy) wanted = null;
  });

  /** What a parameter is, or is about to be. @param {string} parameter */
  function valueOf(parameter) {
    const { frame, parameters } = store.get();
    return wanted?.name === parameter ? wanted.value : frame.values[parameters.indexOf(parameter)];
  }

  function end() {
    if (!open) return;
    open = false;
    actions.endGesture();
    if (resume) actions.play();
    resume = false;
  }

  /** @param {string} parameter @param {{ rest?: boolean }} [options] rest: whether play rests */
  function begin(parameter, { rest = true } = {}) {
    end();
    name = parameter;
    first = valueOf(parameter);
    open = true;
    resume = rest && store.get().playing;
    if (resume) actions.pause();
    actions.beginGesture();
  }

  /** @param {number} value */
  function change(value) {
    if (!open || !Number.isFinite(value) || value === valueOf(name)) return;
    wanted = { name, value };
    if (value === first) actions.bringBack();
    else actions.edit({ [name]: value });
  }

  return {
    ...{ valueOf, begin, change, end },
    /** One change by itself; those that follow each other soon are one. @param {string} parameter @param {number} value */
    setTo(parameter, value) {
      end();
      wanted = { name: parameter, value };
      actions.edit({ [parameter]: value });
    },
    /** Whether changes are under way. */
    get open() {
      return open;
    },
    /**
     * A drag of a parameter's number; null where it cannot be set.
     * @param {string} parameter @param {() => void} begun
     * @returns {import('./scrub.js').Scrub | null}
     */
    scrub(parameter, begun) {
      if (whyCovered(store.get(), parameter)) return null;
      return {
        ...{ value: valueOf(parameter), most: MAGNITUDE, change, end },
        begin() {
          begin(parameter);
          begun();
        },
      };
    },
  };
}

/**
 * Why a parameter cannot be set now, in a sentence; "" if it can.
 * @param {Pick<import('./types.d.ts').State, 'veil'>} state @param {string} parameter
 */
export function whyCovered({ veil }, parameter) {
  const covered = veil && (veil.data === 'all' || veil.data.has(parameter));
  return covered ? 'It is covered while you practise, so it cannot be set yet.' : '';
}
