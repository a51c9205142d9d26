import { useLayoutEffect, useState } from './view.js';

/** A value that components follow. */
export function store(initial) {
  let value = initial;
  const followers = new Set();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      followers.forEach((follower) => follower(value));
    },
    follow(follower) {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}

/** Draws the component anew whenever the store's value changes. */
export function useStore(source) {
  const [, draw] = useState(source.get());
  useLayoutEffect(() => {
    draw(source.get());
    return source.follow(draw);
  }, [source]);
  return source.get();
}
