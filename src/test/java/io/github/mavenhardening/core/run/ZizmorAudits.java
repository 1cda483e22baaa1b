package io.github.mavenhardening.core.run;

import java.util.Set;

/**
 * The audits of zizmor that need no network. Each is a check of ours by the same id.
 *
 * @see <a href="https://docs.zizmor.sh/audits/">zizmor: audits</a>
 */
final class ZizmorAudits {

    static final Set<String> OFFLINE = Set.of(
            "adhoc-packages",
            "anonymous-definition",
            "archived-uses",
            "artipacked",
            "bot-conditions",
            "cache-poisoning",
            "concurrency-limits",
            "dangerous-triggers",
            "dependabot-cooldown",
            "dependabot-execution",
            "excessive-permissions",
            "forbidden-uses",
            "github-app",
            "github-env",
            "hardcoded-container-credentials",
            "insecure-commands",
            "insecure-url-scheme",
            "misfeature",
            "obfuscation",
            "overprovisioned-secrets",
            "secrets-inherit",
            "secrets-outside-env",
            "self-hosted-runner",
            "self-repository",
            "superfluous-actions",
            "template-injection",
            "typosquat-uses",
            "undocumented-permissions",
            "unpinned-images",
            "unpinned-tools",
            "unpinned-uses",
            "unredacted-secrets",
            "unsound-condition",
            "unsound-contains",
            "unsound-ternary",
            "use-trusted-publishing");

    private ZizmorAudits() {}
}
