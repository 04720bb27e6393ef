/** How a host is set up to take releases over SSH. */
export const hostKitNotes = `# A host that takes releases over SSH

On the host (Debian 12 or newer), as root:

    apt-get install -y nodejs rsync openssh-server openssh-client util-linux nginx
    adduser --system --group --home /srv/cong --shell /bin/sh cong
    install -d -o cong -g cong -m 755 /srv/cong/portal
    install -D -m 644 cong-host.mjs /usr/local/lib/cong/cong-host.mjs
    install -d -m 755 /etc/cong

1. **Whose releases count.** Put the publisher's public signing key into /etc/cong/allowed_signers, owned by root, one line:

       cong namespaces="cong-release" ssh-ed25519 AAAA…

   While one key takes over from another, keep a line for each.

2. **What the publisher's SSH key may do.** In /srv/cong/.ssh/authorized_keys (owner cong, mode 600; folder 700), on one line:

       restrict,command="/usr/bin/node /usr/local/lib/cong/cong-host.mjs --folder /srv/cong/portal --signers /etc/cong/allowed_signers" ssh-ed25519 AAAA… publisher

   The key then does two things only: it asks this program, and it sends files into /srv/cong/portal/incoming/.
   Use another key than the signing key. Keep passwords off for this account (it has none).

3. **Rights.** The account cong owns /srv/cong/portal; the web server only reads it (files are 0444, folders 0755).
   objects/ and trees/ share their bytes by hard links: keep the folder on one file system, and copy it with rsync -aH.

4. **Known host key.** On the publisher: ssh-keyscan HOST > known_hosts, then compare the fingerprint
   (ssh-keygen -lf known_hosts) with the one shown on the host (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub).

5. **nginx.** A site's document root is /srv/cong/portal/current/root/sites/SITE, shared assets are in
   /srv/cong/portal/current/root/assets, and /phien-ban.json is /srv/cong/portal/current/phien-ban.json.
   Use the configuration that the publisher generates; folders are symbolic links inside /srv/cong/portal, so leave
   disable_symlinks off.

Try it from the publisher: ssh -i KEY cong@HOST  answers "This key does not allow: a shell".
`;
