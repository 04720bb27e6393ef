import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskSettings } from "../../../src/editorial/cms-config.ts";
import { revoke, signedInUser, type SignedInUser } from "../../shared/session.ts";
import { tokenRefused } from "../requests.ts";

/** Who is signed in, and whether the forge refused their token. A token that Decap forgets at sign-out is revoked. */
export function useSession(desk: DeskSettings): { user: SignedInUser | undefined; refused: boolean } {
  const [user, setUser] = useState(signedInUser);
  const [refusedToken, setRefusedToken] = useState<string>();
  const token = useRef(user?.token);
  useEffect(() => {
    const read = () => {
      const now = signedInUser();
      if (now?.token === token.current) return;
      if (token.current && !now) void revoke(desk, token.current);
      token.current = now?.token;
      setUser(now);
    };
    const refuse = () => {
      setRefusedToken(signedInUser()?.token);
    };
    const watch = setInterval(read, 1000);
    window.addEventListener(tokenRefused, refuse);
    return () => {
      clearInterval(watch);
      window.removeEventListener(tokenRefused, refuse);
    };
  }, [desk]);
  return { user, refused: user !== undefined && user.token === refusedToken };
}
