'use strict';

const propertiesOf = (object) =>
  new Map(
    Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]),
  );

const listenersOf = () =>
  new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));

/** What a file of tests can change for those after it. */
const stateOf = () => ({
  globals: propertiesOf(globalThis),
  environment: { ...process.env },
  directory: process.cwd(),
  exit: process.exit,
  getBuiltinModule: process.getBuiltinModule,
  listeners: listenersOf(),
});

const isSame = (one, other) =>
  Object.is(one?.value, other?.value) && one?.get === other?.get && one?.set === other?.set;

const isNewListener = (listeners, name) => (listener) => !listeners.get(name)?.includes(listener);

/** Does the work and counts all that it sets as part of the state. */
function keepOf(work, state) {
  const before = stateOf();
  const result = work();
  for (const [key, property] of propertiesOf(globalThis))
    if (!isSame(before.globals.get(key), property)) state.globals.set(key, property);
  for (const [name, listeners] of listenersOf()) {
    const added = listeners.filter(isNewListener(before.listeners, name));
    state.listeners.set(name, [...(state.listeners.get(name) ?? []), ...added]);
  }
  return result;
}

function restore(state) {
  restoreGlobals(state.globals);
  restoreEnvironment(state.environment);
  if (process.cwd() !== state.directory) process.chdir(state.directory);
  process.exit = state.exit;
  process.getBuiltinModule = state.getBuiltinModule;
  for (const [name, listeners] of listenersOf())
    for (const listener of listeners.filter(isNewListener(state.listeners, name)))
      process.removeListener(name, listener);
}

function restoreGlobals(globals) {
  for (const key of Reflect.ownKeys(globalThis))
    if (!globals.has(key)) Reflect.deleteProperty(globalThis, key);
  for (const [key, property] of globals)
    if (!isSame(Object.getOwnPropertyDescriptor(globalThis, key), property))
      Object.defineProperty(globalThis, key, property);
}

function restoreEnvironment(environment) {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

module.exports = { keepOf, restore, stateOf };
