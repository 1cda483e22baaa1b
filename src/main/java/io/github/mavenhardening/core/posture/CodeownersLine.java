package io.github.mavenhardening.core.posture;

import io.github.mavenhardening.core.finding.Location;
import io.github.mavenhardening.core.source.SourceFile;
import io.github.mavenhardening.core.text.Ellipsis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a CODEOWNERS file with a rule or a section.
 *
 * @param text without blanks around it
 * @param words up to a comment; a backslash before a space makes it part of the word
 */
record CodeownersLine(String text, List<String> words, Location location) {

    /** A user with, where a company manages it, an underscore and the company's short name; or an organisation and a team. */
    private static final Pattern GITHUB_OWNER =
            Pattern.compile("@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:_[A-Za-z0-9]{1,20}|/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99})?");

    /** A user, a group within groups, or a role. */
    private static final Pattern GITLAB_OWNER = Pattern.compile(
            "@(?:[A-Za-z0-9_][\\w.-]{0,254}(?:/[A-Za-z0-9_][\\w.-]{0,254}){0,20}|@(?i:developer|maintainer|owner)s?)");

    private static final Pattern EMAIL =
            Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,10}");

    /** How much a message shows of what is not an owner. */
    private static final int SHOWN = 60;

    CodeownersLine {
        words = List.copyOf(words);
    }

    /** The lines of a file that are neither blank nor comments. */
    static List<CodeownersLine> of(SourceFile file) {
        List<CodeownersLine> lines = new ArrayList<>();
        int start = 0;
        for (String line : file.text().split("\n", -1)) {
            String text = line.strip();
            int from = start + line.indexOf(text);
            start += line.length() + 1;
            if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(new CodeownersLine(text, split(text), file.at(file.span(from, from + text.length()))));
            }
        }
        return lines;
    }

    /** The words of a text up to a comment. */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(c).append(text.charAt(++i));
            } else if (Character.isWhitespace(c)) {
                end(word, words);
            } else if (c == '#' && word.isEmpty()) {
                return words;
            } else {
                word.append(c);
            }
        }
        end(word, words);
        return words;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    String pattern() {
        return words.get(0);
    }

    List<String> owners() {
        return words.subList(1, words.size());
    }

    /** Why the owners do not count; empty when all are owners. */
    static Optional<String> defectOf(List<String> owners, CodeownersSyntax syntax) {
        String known = syntax == CodeownersSyntax.GITLAB
                ? "an owner is @user, @group, @@developer, @@maintainer, @@owner or an email address, not '"
                : "an owner is @user, @organisation/team or an email address, not '";
        for (String owner : owners) {
            if (!isOwner(owner, syntax)) {
                return Optional.of(known + Ellipsis.cut(owner, SHOWN) + "'");
            }
        }
        return Optional.empty();
    }

    /** Those that are owners. */
    static List<String> valid(List<String> owners, CodeownersSyntax syntax) {
        List<String> valid = new ArrayList<>();
        for (String owner : owners) {
            if (isOwner(owner, syntax)) {
                valid.add(owner);
            }
        }
        return valid;
    }

    private static boolean isOwner(String owner, CodeownersSyntax syntax) {
        Pattern name = syntax == CodeownersSyntax.GITLAB ? GITLAB_OWNER : GITHUB_OWNER;
        return name.matcher(owner).matches() || EMAIL.matcher(owner).matches();
    }
}
