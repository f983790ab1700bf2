import { mayBeAsked } from './practice/veil.js';
import { Unreachable } from './server.js';

/**
 * @typedef {import('./types.d.ts').Store} Store
 * @typedef {import('./types.d.ts').State} State
 * @typedef {import('./types.d.ts').Question} Question
 * @typedef {import('./types.d.ts').Reply} Reply
 * @typedef {import('./types.d.ts').Questions} Questions
 */

/** What a reply is before anything was asked. @type {Reply} */
const NOTHING = { question: null, answer: null, problem: null, stale: false };

/** A server that did not answer is asked again after so long, then after twice as long, and so on. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;

/**
 * Questions about the moment that is shown: why its numbers are what they are.
 * @param {Store} store
 * @param {(state: Readonly<State>, question: Question) => Promise<any>} request asks the server about a state's moment
 * @param {(error: unknown) => string} sentence what went wrong, for the person who asked
 * @returns {Questions}
 */
export function createQuestions(store, request, sentence) {
  return {
    ask: (question) => request(store.get(), question),
    follow(asked, show) {
      /** @param {Readonly<State>} state */
      function wanted(state) {
        const question = asked(state);
        return question && mayBeAsked(question, state.veil) ? question : null;
      }

      let reply = NOTHING;
      /** What the reply is about, and what it should be about. */
      let answered = '';
      let key = '';
      let working = false;
      let wait = FIRST_WAIT_MS;
      /** When the question is asked again; 0 if it need not be. */
      let retry = 0;

      /** @param {Reply} next */
      function tell(next) {
        reply = next;
        show(reply);
      }

      /** Nobody waits for an answer that would not be seen. */
      const mayAsk = () => !working && !store.get().playing && (store.seen?.() ?? true);

      /** @param {Readonly<State>} state */
      function notice(state) {
        const question = wanted(state);
        const now = question ? keyOf(state, question) : '';
        if (now === key) {
          // What waited for the end of play, or to be seen, is asked now.
          if (!retry && key !== answered && mayAsk()) void work();
          return;
        }
        key = now;
        settle();
        if (!question) {
          answered = key;
          tell(NOTHING);
        } else {
          const same = reply.question && subject(reply.question) === subject(question);
          tell({ ...(same ? reply : NOTHING), question, problem: null, stale: true });
          if (mayAsk()) void work();
        }
      }

      async function work() {
        working = true;
        while (key !== answered && !store.get().playing) {
          const state = store.get();
          const question = wanted(state);
          if (!question) break;
          const asked = keyOf(state, question);
          /** @type {Reply} */
          let next;
          let unanswered = false;
          try {
            next = { question, answer: await request(state, question), problem: null, stale: false };
          } catch (error) {
            next = { question, answer: null, problem: sentence(error), stale: false };
            unanswered = error instanceof Unreachable;
          }
          if (asked !== key) continue;
          tell(next);
          if (unanswered) {
            retry = setTimeout(again, wait);
            wait = Math.min(2 * wait, LONGEST_WAIT_MS);
            break;
          }
          answered = key;
          settle();
        }
        working = false;
      }

      /** There is nothing to ask again. */
      function settle() {
        clearTimeout(retry);
        retry = 0;
        wait = FIRST_WAIT_MS;
      }

      function again() {
        clearTimeout(retry);
        retry = 0;
        if (key !== answered && mayAsk()) void work();
      }

      notice(store.get());
      const unsubscribe = store.subscribe(notice);
      const online = () => retry && again();
      addEventListener('online', online);
      return () => {
        unsubscribe();
        removeEventListener('online', online);
        settle();
        // An answer that is under way is to nothing now.
        key = answered = '';
      };
    },
  };
}

/**
 * Equal for two states only if their answers to the question are.
 * @param {Readonly<State>} state
 * @param {Question} question
 */
function keyOf({ frame, sample }, question) {
  return JSON.stringify([frame.run, frame.step, sample, subject(question)]);
}

/** What is asked about, whatever the moment. @param {Question} question */
function subject({ what, about = {} }) {
  return JSON.stringify([what, about]);
}
