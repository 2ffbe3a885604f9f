'use strict';

/** Lets nock, where it is loaded, forget all it was told and intercept nothing until it is activated. */
function endNock() {
  const nock = require.cache[require.resolve('nock')]?.exports;
  if (nock === undefined) return;
  nock.cleanAll();
  nock.enableNetConnect();
  if (nock.isActive()) nock.restore();
}

module.exports = { endNock };
