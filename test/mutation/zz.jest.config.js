const base = require('./jest.config.js');
module.exports = {
  ...base,
  testMatch: [
    '<rootDir>/test/values/*.test.ts',
    '<rootDir>/test/hubspot/{parseProperty,objectSch,propertyDef}*.test.ts',
  ],
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, 'anything.test'],
};
