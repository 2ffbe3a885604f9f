/** What the user gave cannot be used; `message` says in one line what to change. */
export class UnusableInput extends Error {}
