import type { DeskSettings } from "../../src/editorial/cms-config.ts";
import emblem from "../shared/emblem.svg?url";
import type { SignedInUser } from "../shared/session.ts";
import type { Route } from "./route.ts";

/** The top of every page: the newsroom, the ways to its other pages, and who is signed in. */
export function Header(props: {
  settings: DeskSettings;
  user: SignedInUser;
  page: Route["page"];
  onLeave: () => void;
}) {
  const { settings, user, page, onLeave } = props;
  const [site] = settings.sites;
  const searches = page === "search" || page === "take-down";
  return (
    <header class="top">
      <div class="top-inner">
        <a class="brand" href="#/" title="Danh sách bài chờ duyệt">
          <img src={emblem} alt="" width="28" height="28" />
          <span>Cổng</span>
          <span class="brand-portal">{settings.name}</span>
        </a>
        <nav aria-label="Các trang làm việc">
          <a href="/admin/">Biên tập</a>
          <a href="#/" aria-current={searches ? undefined : "page"}>
            Duyệt bài
          </a>
          {settings.newsroom && (
            <a href="#/tim-bai" aria-current={searches ? "page" : undefined}>
              Tìm bài
            </a>
          )}
          {settings.handbook && (
            <a href={settings.handbook} target="_blank" rel="noopener">
              Sổ tay
            </a>
          )}
          {site && (
            <a class="wide-only" href={site.address} target="_blank" rel="noopener">
              Xem trang chính
            </a>
          )}
        </nav>
        <div class="who">
          <a href={`${settings.signIn}?doi-mat-khau`} target="_blank" rel="noopener" title="Đổi mật khẩu">
            {user.name ?? user.login}
          </a>
          <button type="button" class="plain" onClick={onLeave}>
            Đăng xuất
          </button>
        </div>
      </div>
    </header>
  );
}
