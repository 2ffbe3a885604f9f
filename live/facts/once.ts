/** What several facts look at is asked for once; whether it worked is the same for all of them. */
export function once<Argument extends object, Value>(
  ask: (argument: Argument) => Promise<Value>,
): (argument: Argument) => Promise<Value> {
  const asked = new WeakMap<Argument, Promise<Value>>();
  return (argument) => {
    const answer = asked.get(argument) ?? ask(argument);
    asked.set(argument, answer);
    return answer;
  };
}
