package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.source.FileAddress;
import io.github.mavenhardening.core.source.Repository;
import io.github.mavenhardening.core.source.UnreadableFileException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text for newcomers that tells how to report a vulnerability, in place of a security policy. */
public final class PolicyMention {

    private static final Pattern NAME = Pattern.compile(
            "(?:readme|contributing|bug[-_]?bounty|security[-_]contacts)(?:\\.(?:md|markdown|adoc|rst|txt))?",
            Pattern.CASE_INSENSITIVE);
    /** So much of a text is looked at. */
    private static final int LENGTH = 200_000;
    /** A contact stands at most so many characters behind the words that ask for it. */
    private static final int NEAR = 400;

    private static final Pattern ASKS = Pattern.compile(
            "(?:report|disclos)\\w{0,4}\\s[^.]{0,80}?(?:security|vulnerabilit)|(?:security|vulnerability)\\s(?:issues?\\s|bugs?\\s)?(?:report|disclos)\\w{0,4}|security policy"
                    + "|(?:found|find|discovered|discover)\\sa\\s(?:potential\\s|possible\\s)?(?:security|vulnerabilit)");
    private static final Pattern CONTACT =
            Pattern.compile("https?://[^\\s)>\\]\"]{3,1000}|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}\\.[A-Za-z]{2}");

    /** A link whose address stands elsewhere in the text, and where it does. */
    private static final Pattern REFERENCE = Pattern.compile("\\]\\[([^\\]\\[\\n]{1,100})\\]");

    private static final Pattern REFERRED =
            Pattern.compile("(?m)^ {0,3}\\[([^\\]\\[\\n]{1,100})\\]: {0,8}<?(https?://\\S{3,1000})");

    private PolicyMention() {}

    /** Whether the repository has one. */
    public static boolean isIn(Repository repository) {
        for (String folder : new String[] {"", ".github", "docs"}) {
            for (String path : repository.filesIn(folder)) {
                if (NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches() && tells(repository, path)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean tells(Repository repository, String path) {
        try {
            String text = repository.read(path).text();
            String start = text.substring(0, Math.min(LENGTH, text.length()));
            return tells(start.toLowerCase(Locale.ROOT), start, repository);
        } catch (UnreadableFileException e) {
            // Silent: a text that nobody can read tells nothing, and the policy is reported as missing.
            return false;
        }
    }

    private static boolean tells(String lower, String text, Repository repository) {
        Map<String, String> referred = new HashMap<>();
        Matcher definition = REFERRED.matcher(text);
        while (definition.find()) {
            referred.putIfAbsent(definition.group(1).toLowerCase(Locale.ROOT), definition.group(2));
        }
        Matcher asks = ASKS.matcher(lower);
        while (asks.find()) {
            String near = text.substring(asks.start(), Math.min(text.length(), asks.end() + NEAR));
            Matcher contact = CONTACT.matcher(near);
            while (contact.find()) {
                if (!isMissing(contact.group(), repository)) {
                    return true;
                }
            }
            Matcher reference = REFERENCE.matcher(near);
            while (reference.find()) {
                String address = referred.get(reference.group(1).toLowerCase(Locale.ROOT));
                if (address != null && !isMissing(address, repository)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is the address of a file that this repository lacks. */
    private static boolean isMissing(String address, Repository repository) {
        Optional<FileAddress> file = FileAddress.of(address);
        return file.isPresent()
                && repository.slug().isPresent()
                && file.get().isOf(repository.slug().get())
                && !repository.isFile(file.get().path());
    }
}
