import { useEffect, useState } from "preact/hooks";

/** The part of the address after `#`, followed as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const read = () => {
      setHash(location.hash);
    };
    window.addEventListener("hashchange", read);
    return () => {
      window.removeEventListener("hashchange", read);
    };
  }, []);
  return hash;
}
