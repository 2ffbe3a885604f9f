'use strict';

const {
  HubspotBatchUpsert,
} = require('./dist/nodes/HubspotBatchUpsert/HubspotBatchUpsert.node.js');
const {
  HubspotBatchOAuth2Api,
} = require('./dist/credentials/HubspotBatchOAuth2Api.credentials.js');
const {
  HubspotBatchServiceKeyApi,
} = require('./dist/credentials/HubspotBatchServiceKeyApi.credentials.js');

module.exports = { HubspotBatchUpsert, HubspotBatchOAuth2Api, HubspotBatchServiceKeyApi };
