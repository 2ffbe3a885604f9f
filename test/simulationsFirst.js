'use strict';

const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Runs the simulations before anything else, whatever Jest remembers of their length: as the last of
 * 190 suites they took ten times as long. They make promises by the million, and with every promise
 * Node walks over the AsyncLocalStorages that suites with n8n's engine have left in the process.
 */
module.exports = class SimulationsFirst extends Sequencer {
  /** @type {import('@jest/test-sequencer').default['sort']} */
  sort(tests) {
    const isSimulation = ({ path }) => /[\\/]simulation[\\/]/.test(path);
    const sorted = super.sort(tests);
    return [...sorted.filter(isSimulation), ...sorted.filter((test) => !isSimulation(test))];
  }
};
