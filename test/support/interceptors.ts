import nock from 'nock';

/** Answers without a server: what is not told here may go to loopback and nowhere else. */
beforeAll(() => {
  nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => nock.cleanAll());

export { nock };
