package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.insights.OpenQuestions;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The security policy: the file that explains how to report a vulnerability.
 *
 * @param path where it is
 * @param source its text; empty when it cannot be read
 * @see <a href="https://docs.github.com/en/code-security/how-tos/report-and-fix-vulnerabilities/configure-vulnerability-reporting/add-security-policy">GitHub:
 *     adding a security policy</a>
 */
public record SecurityPolicy(String path, Optional<SourceFile> source) {

    /** Where the forge looks, first come first. */
    private static final List<String> FOLDERS = List.of(".github", "", "docs", ".gitlab", ".forgejo", ".gitea");

    private static final Pattern NAME =
            Pattern.compile("security(?:\\.(?:md|markdown|adoc|rst|txt))?", Pattern.CASE_INSENSITIVE);
    /** What people write for an at sign and a dot, to be found by people alone. */
    private static final String AT = "(?:@| ?\\\\?[\\[({<](?:at|@)\\\\?[\\])}>] ?| at )";

    private static final String DOT = "(?:\\.| ?\\\\?[\\[({<](?:dot|\\.)\\\\?[\\])}>] ?| dot )";
    private static final String LABEL = "[a-z0-9-]{1,63}";
    private static final Pattern EMAIL = Pattern.compile(
            "[a-z0-9._%+-]{1,64}" + AT + LABEL + "(?:" + DOT + LABEL + "){0,8}" + DOT + "([a-z]{2,24})(?![a-z0-9-])",
            Pattern.CASE_INSENSITIVE);

    /** Names of files look like addresses, {@code logo@2x.png}; no domain ends like that. */
    private static final Set<String> FILE_TYPES = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "avif", "pdf", "html", "htm", "js", "css", "json",
            "yml", "yaml", "xml", "txt", "java", "jar", "tgz");

    /** A picture shows something, and takes no report. */
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]\\n]{0,200}\\]\\([^)\\n]{0,500}\\)");

    /** The first four are English, the first Spanish, Portuguese and Italian, too. */
    private static final List<String> SUBJECTS = List.of(
            "vulnerab",
            "disclos",
            "security issue",
            "security bug",
            "sicherheitslück",
            "sicherheitsproblem",
            "schwachstelle",
            "vulnérab",
            "faille",
            "fallo de seguridad",
            "falha de segurança",
            "kwetsbaar",
            "beveiligingslek",
            "sårbar",
            "haavoittuv",
            "podatnoś",
            "zranitel",
            "sebezhető",
            "güvenlik açı",
            "уязвим",
            "вразлив",
            "漏洞",
            "安全问题",
            "安全問題",
            "脆弱性",
            "취약점",
            "ثغر");

    /** The address of a page about security, in lower case. */
    private static final Pattern PAGE = Pattern.compile("https?://[^\\s)>\\]]{0,300}security");

    /** The one that counts; empty when there is none. */
    public static Optional<SecurityPolicy> find(Repository repository) {
        for (String folder : FOLDERS) {
            for (String path : repository.filesIn(folder)) {
                if (NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
                    return Optional.of(read(repository, path));
                }
            }
        }
        return Optional.empty();
    }

    /** One, or the folder of one, that a sparse checkout leaves out. */
    public static Optional<String> leftOut(Repository repository) {
        return repository.leftOut(FOLDERS, NAME);
    }

    private static SecurityPolicy read(Repository repository, String path) {
        try {
            return new SecurityPolicy(path, Optional.of(repository.read(path)));
        } catch (UnreadableFileException e) {
            // Silent: one without a text is reported for no text.
            return new SecurityPolicy(path, Optional.empty());
        }
    }

    /** Whether there is nothing to read in it. */
    public boolean isEmpty() {
        return text().isBlank();
    }

    /** Whether it names an email address or a link. */
    public boolean namesContact() {
        String text = PICTURE.matcher(text()).replaceAll("");
        String lower = lower(text);
        return lower.contains("https://") || lower.contains("http://") || namesEmail(text);
    }

    private static boolean namesEmail(String text) {
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            if (!FILE_TYPES.contains(lower(email.group(1)))) {
                return true;
            }
        }
        return false;
    }

    /** How many questions it still asks of a maintainer. */
    public int questions() {
        return questionsIn(text());
    }

    /** How many questions to a maintainer a text holds. */
    public static int questionsIn(String text) {
        int found = 0;
        for (int at = text.indexOf(OpenQuestions.MARK); at >= 0; at = text.indexOf(OpenQuestions.MARK, at + 1)) {
            found++;
        }
        return found;
    }

    /** Whether it speaks of vulnerabilities or of disclosing them. */
    public boolean speaksOfVulnerabilities() {
        String text = lower(text());
        for (String subject : SUBJECTS) {
            if (text.contains(subject)) {
                return true;
            }
        }
        // A page about security that it points to speaks of them in its place.
        return PAGE.matcher(text).find();
    }

    /** Its text; nothing when it cannot be read. */
    private String text() {
        return source.isPresent() ? source.get().text() : "";
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
