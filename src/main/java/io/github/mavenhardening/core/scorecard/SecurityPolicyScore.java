package io.github.mavenhardening.core.scorecard;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Six for an email address or link, three for text beside them, one for two hints of disclosure, vulnerability or time.
 *
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/security_policy.go">Scorecard:
 *     isSecurityPolicyFilename, collectPolicyHits</a>
 */
final class SecurityPolicyScore {

    private static final String NAME = "Security-Policy";
    private static final Pattern PLACE = Pattern.compile(
            "(?:\\.github/|docs/)?security\\.(?:md|markdown|adoc|rst)|doc/security\\.rst", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK = Pattern.compile("https?://[a-zA-Z0-9./?=_%:-]*");
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![A-Za-z0-9_])[A-Za-z0-9._%+-]{1,100}(?:@|\\\\?\\[at\\\\?\\])[A-Za-z0-9.-]{1,200}\\.[A-Za-z]{2,6}(?![A-Za-z0-9_])");
    private static final Pattern HINT = Pattern.compile("(?i)[0-9]{1,4}(?![A-Za-z0-9_])|disclos|vuln");

    private SecurityPolicyScore() {}

    static Score of(RepositoryView view) {
        Optional<RepositoryView.TextFile> policy = view.pathsNear("", ".github", "doc", "docs")
                .filter(path -> PLACE.matcher(path).matches())
                .sorted()
                .findFirst()
                .flatMap(view::textOf);
        if (policy.isEmpty()) {
            return Score.of(NAME, false, "no security policy; the organisation's is not asked for");
        }
        String text = policy.get().text();
        Set<String> linked = new HashSet<>();
        collect(LINK, text, linked);
        collect(EMAIL, text, linked);
        int linkedLength = linked.stream().mapToInt(SecurityPolicyScore::bytes).sum();
        int size = bytes(text);
        boolean more = size > 1 && size > linkedLength + linked.size() * 2;
        boolean hints = HINT.matcher(text).results().limit(2).count() > 1;
        return Score.of(
                NAME,
                (linked.isEmpty() ? 0 : 6) + (more ? 3 : 0) + (hints ? 1 : 0),
                policy.get().path() + (linked.isEmpty() ? " without a link" : " with a link")
                        + (more ? ", with text" : ", without text")
                        + (hints ? ", with hints" : ", without hints") + " of disclosure or time");
    }

    private static void collect(Pattern pattern, String text, Set<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
