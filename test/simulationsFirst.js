'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Runs the simulations before anything else, whatever Jest remembers of their length. They make
 * promises by the million, and every suite that loads n8n's engine leaves AsyncLocalStorages behind
 * in the process, at each of which Node looks for each promise: as the last of 190 suites they took
 * ten times as long.
 */
module.exports = class SimulationsFirst extends Sequencer {
  /** @param {Array<import('@jest/test-result').Test>} tests */
  sort(tests) {
    const isSimulation = ({ path }) => path.includes('/simulation/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isSimulation), ...sorted.filter((test) => !isSimulation(test))];
  }
};
