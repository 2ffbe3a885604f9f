import { testTraces } from './traces';

testTraces();
